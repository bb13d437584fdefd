import { Curve, Dot, Label, Plane } from '@/plot'
import { type Chart, type Series } from './model'
import { words } from './words'

const sizes = [8, 32, 128, 512, 2048].map((value) => ({ value, label: String(value) }))
// The loops stop first, and highest.
const sides = { loops: 'above', products: 'right', kernel: 'right', all: 'above' } as const
/** The lines cross: each way has a mark of its own. */
const marks = { loops: { square: true }, products: {}, kernel: { hollow: true } } as const
const short = { loops: 'loops', products: 'core', kernel: 'kernel', all: words.allThree }

function Line({ of: { way, points } }: { of: Series }) {
  const last = points.at(-1)
  return (
    <g>
      <Curve className={way === 'all' ? 'thin' : ''} points={points} />
      {way !== 'all' &&
        points.map((at) => <Dot key={at[0]} at={at} {...marks[way]} radius={way === 'loops' ? 4 : 4.5} />)}
      {last && (
        <Label at={last} side={sides[way]}>
          {short[way]}
        </Label>
      )}
    </g>
  )
}

/** Operations or times over the size, on logarithmic axes. */
export const Times = ({ of: { label, min, max, ticks, series } }: { of: Chart }) => (
  <Plane
    label={words.chart(
      label,
      series.map(({ way, points }) => `${short[way]}, ${points.length} sizes`).join('; '),
    )}
    x={{ min: 6, max: 3000, log: true, label: 'n = N = D = M', ticks: sizes }}
    y={{ min, max, log: true, label, ticks }}
    ratio={1.25}
  >
    {series.map((each) => (
      <Line key={each.way} of={each} />
    ))}
  </Plane>
)
