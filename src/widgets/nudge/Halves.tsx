import { num } from '@/plot/format'
import type { Step } from './model'
import { words } from './words'

const side = 56

/** The remainder of the nudge, of its half, its quarter, its eighth: each an area, and how many times it shrank. */
export function Halves({ of }: { of: readonly Step[] }) {
  return (
    <ol className="halves" aria-label={words.halves}>
      {of.map(({ dx, remainder, shrunk, share }, k) => {
        const step = `Δx = ${num(dx, 3)}`
        return (
          <li key={k}>
            <svg className="halves-square" width={side} height={side} aria-hidden="true">
              <Square area={share} />
            </svg>
            <dl>
              <dt>{step}</dt>
              <dd>
                <output aria-label={words.remainderFor(step)} aria-live="off">
                  {remainder === undefined ? 'none' : num(remainder, 3)}
                </output>
              </dd>
              <dd className="halves-shrunk">
                {k > 0 && (
                  <output aria-label={words.timesSmaller(step)} aria-live="off">
                    {shrunk === undefined ? '–' : `÷ ${num(shrunk, 3)}`}
                  </output>
                )}
              </dd>
            </dl>
          </li>
        )
      })}
    </ol>
  )
}

/** A square whose area is this share of the first one's; larger ones are cut off. */
function Square({ area }: { area: number }) {
  const edge = Math.min(1, Math.sqrt(area)) * side
  return <rect className="halves-area" x={side - edge} y={side - edge} width={edge} height={edge} />
}
