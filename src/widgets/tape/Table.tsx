import type { Mode, Scene } from './model'
import { columns, words } from './words'

/** Rows beyond this many, of a long run, are those of long ago. */
const most = 12

/** The values by now, a row each; the one in play is marked. */
export function Table({ scene, mode }: { scene: Scene; mode: Mode }) {
  const step = scene.steps[scene.index]
  const inPlay = step && ('to' in step && step.act === 'gather' ? step.to : step.row)
  const skipped = mode === 'nested' ? Math.max(0, scene.rows.length - most) : 0
  const heads = columns[mode]
  return (
    <div className="tape-scroll" role="group" aria-label={words.table(mode)} tabIndex={0}>
      <table className="tape">
        <thead>
          <tr>
            <th scope="col">{mode === 'nested' ? words.level : words.name}</th>
            <th scope="col">{words.made}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scene.rows.slice(skipped).map(({ name, made, depth, level, cells }, k) => {
            const row = k + skipped
            const head = level === undefined ? name : level === 0 ? words.plain : String(level)
            return (
              <tr key={row} className={row === inPlay ? 'in-play' : undefined}>
                <th scope="row" className={name === 'x' || name === 'w' ? `sym ${name}` : undefined}>
                  {head}
                </th>
                <td className={`depth-${Math.min(depth, 4)}`}>
                  <code translate="no">{made}</code>
                </td>
                {heads.map((column, c) => (
                  <td key={column}>
                    <output aria-label={words.cell(name || made, column)} aria-live="off">
                      {cells[c] ?? <span className="not-measured">·</span>}
                    </output>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
