import { num } from '@/plot/format'
import type { Line } from './model'
import { words } from './words'

/** What was compared, how far apart it was, and how far it may be. */
export const Comparisons = ({ lines }: { lines: readonly Line[] }) => (
  <div className="comparisons" role="group" tabIndex={0} aria-label={words.comparison}>
    <table>
      <thead>
        <tr>
          {[words.comparison, words.at, words.off, words.allowed, words.holds].map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ modes, shapes, error, tolerance, ok }) => (
          <tr key={modes} className={ok ? undefined : 'fails'}>
            <th scope="row">{modes}</th>
            <td>{shapes}</td>
            <td>
              <output aria-label={words.offOf(modes)} aria-live="off">
                {num(error, 2)}
              </output>
            </td>
            <td>
              <output aria-label={words.allowedOf(modes)} aria-live="off">
                {num(tolerance, 2)}
              </output>
            </td>
            <td>
              <span aria-hidden="true">{ok ? '✓' : '✗'}</span>
              <span className="visually-hidden">{ok ? words.yes : words.no}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
