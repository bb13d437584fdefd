import { readLayer } from '@/derive'
import { Formula, Options, TensorGrid } from '@/figure'
import { shapeText } from '@/plot/format'
import { indexText } from '@/plot/nesting'
import { drawJacobian, headsOf, upTo } from './jacobian'
import type { Scene } from './model'
import type { State } from './state'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { words } from './words'

type Props = { scene: Scene; known: boolean; state: State; set: (change: Partial<State>) => void }

/** The Jacobian of any value by any that stands before it: its formula, its pattern, its first blocks. */
export function JacobianPanel({ scene: { layer, of: wanted, inputs }, known, state, set }: Props) {
  const heads = layer ? headsOf(layer) : []
  const head = heads.find(({ name }) => name === state.head) ?? heads.at(-1)
  const by = head?.by.includes(wanted) ? wanted : (head?.by[0] ?? '')
  const source = layer && head ? upTo(layer, head.name) : ''
  const answer = useAnswer('jacobian', { source, of: by }, known)
  if (!layer || !head) return null
  const found = answer.fresh ? answer.found : undefined
  const drawn = found && drawJacobian(readLayer(source), by, found, state.sizes, inputs)
  const option = (name: string) => ({ value: name, name })
  return (
    <>
      <div className="playground-bar needs-js">
        <label className="pick">
          {words.jacobianOf}
          <select value={head.name} onChange={(event) => set({ head: event.target.value })}>
            <Options of={heads.map(({ name }) => option(name))} />
          </select>
        </label>
        <label className="pick">
          {words.jacobianBy}
          <select value={by} onChange={(event) => set({ of: event.target.value })}>
            <Options of={head.by.map(option)} />
          </select>
        </label>
      </div>
      <Waiting on={answer} />
      {found && (
        <>
          <div className="playground-formula">
            {found.formula ? <Formula of={found.formula} /> : <code>{found.text}</code>}
          </div>
          <p>{found.says}</p>
        </>
      )}
      {found && typeof drawn === 'object' && (
        <>
          <p className="playground-note">
            {words.pattern(`(${shapeText(found.shape.output)}) × (${shapeText(found.shape.input)})`, drawn)}
          </p>
          <div className="playground-grid">
            <TensorGrid
              name={words.jacobianName(head.name, by)}
              label={`∂${head.name}/∂${by}`}
              role="ink"
              shape={drawn.shape}
              arrangement={drawn.arrangement}
              window={drawn.window}
              value={(offset) => drawn.values.get(offset) ?? null}
              badge={`(${shapeText(drawn.shape.slice(0, drawn.rank))}) × (${shapeText(drawn.shape.slice(drawn.rank))})`}
              entryName={(index) =>
                words.rateOf(
                  head.name,
                  indexText(index.slice(0, drawn.rank)),
                  by,
                  indexText(index.slice(drawn.rank)),
                )
              }
              faint={(offset) => drawn.values.get(offset) === 0}
            />
          </div>
          {drawn.cut && <p className="playground-cut">{words.firstBlocks}</p>}
        </>
      )}
      {typeof drawn === 'string' && <p role="status">{drawn}</p>}
    </>
  )
}
