import { Curve, Dot, Key, Label, Plane, Region, Segment, type XY } from '@/plot'
import type { Scene, State } from './model'
import { reach, type Window } from './window'
import { words } from './words'

const key = [
  { name: 'f', role: 'y', className: 'wide-curve' },
  { name: 'secant' },
  { name: 'tangent', kind: 'nudge', className: 'soft' },
] as const

/** Where there is no derivative, there is no tangent. */
const untouched = key.slice(0, 2)

const magnified = (h: number) => (h < 1 ? words.near(h) : 'f near x')

/** The curve and its secant in a window as wide as a few h: everything is measured from (x, f(x)), in units of h. */
export function ZoomPlot({ state, scene, view }: { state: State; scene: Scene; view: Window }) {
  const { curve, bands, grain, ends, height } = view
  const { slope, quotient, defined } = scene
  const central = state.method === 'central'
  const rise = quotient.value
  const line = (steep: number): XY[] => [
    [-reach, -reach * steep],
    [reach, reach * steep],
  ]
  const [ahead, behind] = ends
  const middle = central ? ahead[1] - rise : 0
  const ticks = [
    ...(central ? [{ value: -1, label: 'x − h' }] : []),
    { value: 0, label: 'x' },
    { value: 1, label: 'x + h' },
  ]
  const foot = -height
  return (
    <div>
      <Plane
        label={words.plot}
        x={{ min: -reach, max: reach, ticks, label: 'x', role: 'x' }}
        y={{
          min: -height,
          max: height,
          ticks: [{ value: 0, label: 'f(x)' }],
          label: magnified(scene.h),
          role: 'y',
        }}
        ratio={1.25}
      >
        <Segment className="wide" role="x" from={[central ? -1 : 0, foot]} to={[1, foot]} />
        {slope !== undefined && <Curve points={line(slope)} kind="nudge" className="soft" />}
        {grain ? (
          grain.map((point) => <Dot key={point[0]} at={point} role="y" radius={3.5} />)
        ) : (
          <>
            {bands.map((band, k) => (
              <Region key={k} points={band} role="y" />
            ))}
            <Curve points={curve} role="y" className="wide-curve" />
          </>
        )}
        {defined && (
          <>
            <Curve points={line(rise).map(([u, v]): XY => [u, v + middle])} />
            <Dot at={ahead} role="y" />
            <Dot at={behind} role="y" />
          </>
        )}
        <Label at={[central ? 0 : 0.5, foot]} role="x">
          {central ? '2h' : 'h'}
        </Label>
      </Plane>
      <Key of={slope === undefined ? untouched : key} />
    </div>
  )
}
