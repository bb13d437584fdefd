import { useMemo } from 'react'
import { Handle } from '@/figure'
import { Curve, Key, Plane, rangeOf, Segment } from '@/plot'
import { largestStep, smallest, type Sides } from './model'
import { words } from './words'

type Props = {
  x: number
  e: number
  sides: Sides
  /** What they settle on, if on anything. */
  limit?: number | undefined
  /** The smallest h, as a power of ten. */
  least?: number
  ratio?: number
  onMove: (e: number) => void
}

const both = [{ name: words.toRight }, { name: words.toLeft, kind: 'nudge' }] as const
const withLimit = [...both, { name: words.limit, role: 'y' }] as const
const most = 3

/** Where both sides settle on a number, that and all that is within three times as far as the middle one goes. */
function rangeFor({ right, left }: Sides, limit: number | undefined) {
  if (limit === undefined) return { min: -most, max: most }
  const off = [...right, ...left].map(([, quotient]) => Math.abs(quotient - limit)).filter(Number.isFinite)
  const far = Math.min(Math.max(0.1, ...off), most * (1 + Math.abs(limit)))
  return rangeOf([limit - far, limit + far], 0.1)
}

/** The quotient from the right and from the left, over all h: they meet in the slope of the curve, or there is none. */
export function SidesPlot({ x, e, sides, limit, least = smallest, ratio = 1.25, onMove }: Props) {
  const h = 10 ** e
  const { min, max } = useMemo(() => rangeFor(sides, limit), [sides, limit])
  return (
    <div>
      <Plane
        label={words.sides(x)}
        x={{ min: 10 ** least, max: 10 ** largestStep, log: true, label: 'h', count: 4 }}
        y={{ min, max, label: words.slopeOfSecant, count: 4 }}
        ratio={ratio}
      >
        {limit !== undefined && (
          <Segment role="y" from={[10 ** least, limit]} to={[10 ** largestStep, limit]} />
        )}
        <Curve points={sides.right} className="chosen" />
        <Curve points={sides.left} kind="nudge" className="chosen" />
        <Segment className="thin" from={[h, min]} to={[h, max]} role="x" />
        <Handle
          label={words.onSlopes}
          at={[h, min]}
          along="x"
          step={0.5}
          text={words.hIs(h)}
          role="x"
          onMove={([to]) => onMove(Math.log10(to))}
        />
      </Plane>
      <Key of={limit === undefined ? both : withLimit} />
    </div>
  )
}
