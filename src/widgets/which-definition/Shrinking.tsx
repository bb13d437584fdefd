import { num } from '@/plot/format'
import { type Scene } from './model'
import { words, rounded } from './words'

const columns = [words.alongH, words.otherWay, words.worst] as const

/** h shrinks tenfold a row: two "limits" that disagree, and one that all directions share, if g is the gradient. */
export function Shrinking({ scene: { shrinking, limit, right } }: { scene: Scene }) {
  const rows = [
    ...shrinking.map(({ size, printed, opposite, worst }) => ({
      name: num(size),
      values: [printed, opposite, worst],
    })),
    { name: words.tendsTo, values: [limit.here, limit.opposite, right.finest] },
  ]
  return (
    <div className="shrinking telling">
      <table>
        <thead>
          <tr>
            <th scope="col">‖h‖</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, k) => (
                <td key={columns[k]}>
                  <output
                    aria-label={`${columns[k]}, ${name === words.tendsTo ? name : `‖h‖ = ${name}`}`}
                    aria-live="off"
                  >
                    {rounded(value)}
                  </output>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
