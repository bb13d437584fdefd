import { Key, Label, Plane, Region, Segment, type XY } from '@/plot'
import { words } from './words'

type Props = {
  /** The side of the square, and by how much it grows; a shrinking one has a negative growth. */
  side: number
  by: number
  /** The longest side that the picture has room for. */
  most: number
}

const box = (left: number, low: number, right: number, high: number): XY[] => [
  [left, low],
  [right, low],
  [right, high],
  [left, high],
]
const key = [
  { name: words.was, role: 'y' },
  { name: words.strips, role: 'y', kind: 'nudge' },
  { name: words.corner, className: 'missed' },
] as const

/** A square whose sides grow: two strips that go with the growth, and a corner that goes with its square. */
export function GrownSquare({ side, by, most }: Props) {
  const end = side + by
  const [low, high] = [Math.min(side, end), Math.max(side, end)]
  // A side that has gone through 0 leaves no strips to draw.
  const whole = end >= 0
  return (
    <div className="grown-square">
      <Plane
        label={words.square}
        x={{ min: -0.12 * most, max: 1.08 * most, ticks: [] }}
        y={{ min: -0.12 * most, max: 1.08 * most, ticks: [] }}
        equal
        bare
      >
        <Region points={box(0, 0, whole ? low : side, whole ? low : side)} role="y" />
        {whole && by !== 0 && (
          <>
            <Region points={box(low, 0, high, side)} role="y" kind="nudge" />
            <Region points={box(0, low, side, high)} role="y" kind="nudge" />
            <Region points={box(low, low, high, high)} className="corner" />
            <Segment role="x" kind="nudge" from={[side, -0.04 * most]} to={[end, -0.04 * most]} />
            <Label role="x" side="below" at={[(side + end) / 2, -0.04 * most]}>
              Δx
            </Label>
          </>
        )}
        <Segment role="x" from={[0, -0.04 * most]} to={[side, -0.04 * most]} />
        <Label role="x" side="below" at={[side / 2, -0.04 * most]}>
          x
        </Label>
        <Label role="y" at={[low / 2, low / 2 - 0.02 * most]}>
          x²
        </Label>
      </Plane>
      <Key of={key} />
    </div>
  )
}
