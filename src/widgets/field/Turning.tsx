import { Handle, Readout, Readouts } from '@/figure'
import { Curve, Dot, Label, Plane, rangeOf, Segment, type Tick } from '@/plot'
import { num } from '@/plot/format'
import { Key } from '@/plot/Key'
import type { Pair } from '@/topics/surface/model'
import { landmarks, type Scene, type State } from './model'

type Props = { scene: Scene; state: State; set: (change: Partial<State>) => void }

const turns: readonly Tick[] = [0, 90, 180, 270, 360].map((value) => ({ value, label: `${value}°` }))

const pair = ([a, b]: Pair) => `(${num(a)}, ${num(b)})`

/** Δy for Δx of this length in every direction: what is predicted is a cosine. */
export function Turning({ scene, state, set }: Props) {
  const { round, change, predicted, gradient } = scene
  const heights = [...round.truth, ...(round.predicted ?? [])].map(([, height]) => height)
  const range = rangeOf([0, ...heights], 0.16)
  const marks = landmarks(scene)
  return (
    <div className="field-turning">
      <Plane
        label="Change of y against the direction of Δx"
        x={{ min: 0, max: 360, ticks: turns, label: 'direction of Δx' }}
        y={{ ...range, count: 5, label: 'Δy', role: 'y' }}
        ratio={1.5}
      >
        <g aria-hidden="true">
          <Segment from={[0, 0]} to={[360, 0]} className="thin soft" />
          {marks.map(({ turn, name, side }) => (
            <g key={name}>
              <Segment from={[turn, range.min]} to={[turn, range.max]} role="x" className="thin soft" />
              <Label at={[turn, range.max]} side={side} role="x">
                {name}
              </Label>
            </g>
          ))}
          <Curve points={round.truth} role="y" />
          {round.predicted && <Curve points={round.predicted} role="y" kind="nudge" />}
          {predicted !== undefined && <Dot at={[state.turn, predicted]} role="y" hollow />}
        </g>
        <Handle
          label="Direction of Δx"
          role="y"
          at={[state.turn, Number.isFinite(change) ? change : 0]}
          along="x"
          step={5}
          text={`${num(state.turn)} degrees`}
          onMove={([turn]) => set({ turn })}
        />
      </Plane>
      <Key
        of={[
          { name: 'true', role: 'y' },
          { name: 'predicted', role: 'y', kind: 'nudge' },
        ]}
      />
      <Readouts>
        <Readout label="Gradient of y by x" symbol="∂y/∂x">
          {gradient ? pair(gradient) : '–'}
        </Readout>
        <Readout label="The nudge, Δx" symbol="Δx">
          {pair(scene.dx)}
        </Readout>
      </Readouts>
      <Readouts>
        <Readout label="Change of y, predicted" symbol="Δy predicted">
          {predicted === undefined ? '–' : num(predicted)}
        </Readout>
        <Readout label="Change of y, true" symbol="Δy true">
          {Number.isFinite(change) ? num(change) : 'none'}
        </Readout>
        <Readout label="Remainder, true less predicted" symbol="remainder">
          {scene.remainder === undefined || !Number.isFinite(scene.remainder) ? '–' : num(scene.remainder)}
        </Readout>
      </Readouts>
    </div>
  )
}
