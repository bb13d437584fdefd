import { Handle } from '@/figure'
import { Curve, Key, Plane, Segment } from '@/plot'
import { largestStep, smallest, type Sides } from './model'
import { words } from './words'

type Props = { x: number; e: number; sides: Sides; onMove: (e: number) => void }

const key = [{ name: words.toRight }, { name: words.toLeft, kind: 'nudge' }] as const
const places = { min: 10 ** smallest, max: 10 ** largestStep, log: true }
const most = 3

/** Where no derivative exists: the quotient from the right and from the left, over all h. */
export function SidesPlot({ x, e, sides, onMove }: Props) {
  const h = 10 ** e
  return (
    <div>
      <Plane
        label={words.sides(x)}
        x={{ ...places, label: 'h', count: 4 }}
        y={{ min: -most, max: most, label: words.slopeOfSecant }}
        ratio={1.25}
      >
        <Curve points={sides.right} className="chosen" />
        <Curve points={sides.left} kind="nudge" className="chosen" />
        <Segment className="thin" from={[h, -most]} to={[h, most]} role="x" />
        <Handle
          label={words.onSlopes}
          at={[h, -most]}
          along="x"
          step={0.5}
          text={words.hIs(h)}
          role="x"
          onMove={([to]) => onMove(Math.log10(to))}
        />
      </Plane>
      <Key of={key} />
    </div>
  )
}
