import { useId } from '@/plot/ids'
import type { Quotient, State } from '@/topics/quotient/model'
import { digits } from '@/topics/quotient/window'
import { words } from './words'

/** The two values of f one above the other, and their difference: digits that agree cancel. */
export function Subtraction({ state, quotient }: { state: State; quotient: Quotient }) {
  const { ahead, behind, difference } = quotient
  const significant = state.format === 'float64' ? 17 : 9
  const other = state.method === 'central' ? 'f(x − h)' : 'f(x)'
  return (
    <dl className="subtraction">
      <Line name="f(x + h)" {...digits(ahead, behind, significant)} />
      <Line name={`− ${other}`} {...digits(behind, ahead, significant)} />
      <Line name={words.difference} {...digits(difference, NaN, significant)} />
    </dl>
  )
}

function Line({ name, same, rest }: { name: string; same: string; rest: string }) {
  const id = useId()
  return (
    <div>
      <dt id={id}>{name}</dt>
      <dd>
        <output aria-labelledby={id} aria-live="off">
          <span>{same}</span>
          <b>{rest}</b>
        </output>
      </dd>
    </div>
  )
}
