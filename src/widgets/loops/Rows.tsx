import { Measured } from '@/figure'
import { names, type Row } from './model'
import { words } from './words'

const columns = [
  ['time', 'time'],
  ['rate', 'GFLOP/s'],
  ['gain', words.timesLoops],
  ['off', words.error],
] as const

/** The ways beside each other, at the largest size that all of them did. */
export const Rows = ({ of, n }: { of: readonly Row[]; n: number | undefined }) => (
  <div className="loops-table">
    <table className="loops-rows">
      <thead>
        <tr>
          <th scope="col">{n === undefined ? words.atLargest : words.atN(n)}</th>
          {columns.map(([key, title]) => (
            <th scope="col" key={key}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.map((row) => (
          <tr key={row.way}>
            <th scope="row">{names[row.way]}</th>
            {columns.map(([key, title]) => (
              <td key={key}>
                <output aria-label={`${names[row.way]}: ${title}`} aria-live="off">
                  <Measured>{row[key]}</Measured>
                </output>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
