import { Curve, Dot, Key, Label, Plane, Region, Segment, type Drawn, type Range, type XY } from '@/plot'
import type { Scene, State } from './model'
import { words } from './words'

type Props = { state: State; scene: Scene; curve: Drawn; x: Range; y: Range }

const key = [
  { name: 'f', role: 'y', className: 'wide-curve' },
  { name: words.line, role: 'y', kind: 'nudge' },
  { name: words.missed, className: 'missed' },
] as const

/** The curve, and the line through its point at x that the slope draws. */
export function CurvePlot({ state: { x, dx }, scene: { y, slope, step }, curve, ...axes }: Props) {
  const end = x + dx
  const predicted = y === undefined || step.predicted === undefined ? undefined : y + step.predicted
  const reached = y === undefined || step.true === undefined ? undefined : y + step.true
  const tangent = (at: number): XY => [at, (y ?? 0) + (slope ?? 0) * (at - x)]
  return (
    <div>
      <Plane label={words.picture} x={{ ...axes.x, ticks: [] }} y={{ ...axes.y, count: 4 }} ratio={2.2}>
        {y !== undefined && <Segment className="thin soft" kind="nudge" from={[x, axes.y.max]} to={[x, y]} />}
        <Segment
          className="thin soft"
          kind="nudge"
          from={[end, axes.y.max]}
          to={[end, Math.min(predicted ?? axes.y.max, reached ?? axes.y.max, y ?? axes.y.max)]}
        />
        {curve.bands.map((band, k) => (
          <Region key={k} points={band} role="y" />
        ))}
        <Curve points={curve.curve} role="y" className="wide-curve" />
        {slope !== undefined && (
          <Curve points={[tangent(axes.x.min), tangent(axes.x.max)]} role="y" kind="nudge" />
        )}
        {y !== undefined && <Segment role="x" kind="nudge" from={[x, y]} to={[end, y]} />}
        {y !== undefined && predicted !== undefined && (
          <Segment role="y" kind="nudge" from={[end, y]} to={[end, predicted]} />
        )}
        {predicted !== undefined && reached !== undefined && (
          <Segment className="missed" from={[end, predicted]} to={[end, reached]} />
        )}
        {predicted !== undefined && <Dot role="y" hollow at={[end, predicted]} />}
        {reached !== undefined && <Dot role="y" at={[end, reached]} />}
        {y !== undefined && <Dot role="y" at={[x, y]} radius={6} />}
        {y !== undefined && (
          <Label role="x" side="below" at={[x + dx / 2, y]}>
            Δx
          </Label>
        )}
      </Plane>
      <Key of={key} />
    </div>
  )
}
