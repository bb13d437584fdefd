import { scaleOf, type Range } from '@/plot'
import { words } from './words'

type Props = {
  name: string
  rate: string
  from: Range
  to: Range
  /** Where inputs go; the ends of the nudge apart from the rest. */
  fan: readonly (readonly [from: number, to: number])[]
  start: readonly [number, number] | undefined
  end: readonly [number, number] | undefined
  /** How far a nudge on its way has come, from 0 to 1; undefined if none is. */
  travel: number | undefined
}

/** What a function does between two lines: threads from inputs to outputs, farther apart or closer together below. */
export function Link({ name, rate, from, to, fan, start, end, travel }: Props) {
  const [above, below] = [scaleOf(from), scaleOf(to)]
  const thread = ([a, b]: readonly [number, number], className: string, k = 0) => (
    <line
      // By place: a thread that moves with x stays the same line.
      key={`${className} ${k}`}
      className={`segment ${className}`}
      x1={`${above(a)}%`}
      x2={`${below(b)}%`}
      y1="0"
      y2="100%"
    />
  )
  return (
    <div className="chain-link">
      <span className="chain-link-name">
        <i>{name}</i>
        <output aria-label={words.rateOf(name)} aria-live="off">
          {rate}
        </output>
      </span>
      <svg aria-hidden="true">
        {fan.map((ends, k) => thread(ends, 'thin soft faint', k))}
        {start && thread(start, 'soft')}
        {end && thread(end, 'ink')}
        {end && travel !== undefined && (
          <circle
            className="dot ink"
            r="6"
            cx={`${above(end[0]) + travel * (below(end[1]) - above(end[0]))}%`}
            cy={`${travel * 100}%`}
          />
        )}
      </svg>
    </div>
  )
}
