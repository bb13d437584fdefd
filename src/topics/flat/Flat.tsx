import { Sym } from '@/figure'
import { num } from '@/plot/format'
import type { Shape } from '@/plot/nesting'
import { keyAt, type Entry } from './entries'

type Props = {
  jacobian: readonly (readonly Entry[])[]
  /** The letters of the input and the output, and their shapes: they turn a place into an index. */
  by: string
  of?: string
  shapes: { input: Shape; output: Shape }
  /** The column of the entry that is picked. */
  place: number
  label: string
}

/** At most four characters, or the cell could not hold it on a phone. */
const short = (value: number) => {
  const text = [3, 2, 1].map((digits) => num(value, digits).replace(/^(−?)0\./, '$1.'))
  return text.find(({ length }) => length <= 4) ?? '·'
}

/** A Jacobian with both groups of axes flattened: a row for each entry of y, a column for each entry of the input. */
export function Flat({ jacobian, by, of = 'y', shapes, place, label }: Props) {
  const columns = jacobian[0]?.length ?? 0
  return (
    <div className="flat-scroll" role="img" aria-label={label} tabIndex={0}>
      <table className="flat" aria-hidden="true" data-dense={columns > 6 ? '' : undefined}>
        <thead>
          <tr>
            <td>{'\u00a0'}</td>
            {Array.from({ length: columns }, (_, j) => (
              <th key={j} className={j === place ? 'picked' : undefined}>
                <Sym of={keyAt(by, j, shapes.input)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jacobian.map((row, i) => (
            <tr key={i}>
              <th>
                <Sym of={keyAt(of, i, shapes.output)} />
              </th>
              {row.map(({ value, wired }, j) => (
                <td
                  key={j}
                  className={
                    [wired && 'wired', j === place && 'picked'].filter(Boolean).join(' ') || undefined
                  }
                >
                  {wired ? short(value) : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
