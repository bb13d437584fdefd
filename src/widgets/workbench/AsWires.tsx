import { Wires } from '@/plot/wires/Wires'
import type { Layer } from '@/derive'
import type { Row } from './model'
import { pictures } from './pictures'
import { words } from './words'

type Props = { layer: Layer; of: string; rows: readonly Row[]; letter: string }

/** The layer, its gradient as a diagram with a hole, and the present line, as wires. */
export function AsWires({ layer, of, rows, letter }: Props) {
  const drawn = pictures(layer, of, rows)
  const lit = letter === '' ? [] : [letter]
  return (
    <dl className="workbench-wires">
      {drawn.layer.map(({ name, diagram }) => (
        <div key={name}>
          <dt translate="no">{name}</dt>
          <dd>
            <Wires of={diagram} lit={lit} name={words.wiresOf(name)} />
          </dd>
        </div>
      ))}
      {drawn.gradient.map(({ step, hung }) => (
        <div key={step}>
          <dt>{words.hole(of, step)}</dt>
          <dd>
            <Wires of={hung} lit={lit} name={words.hole(of, step)} fixed />
          </dd>
        </div>
      ))}
      {drawn.line && (
        <div>
          <dt>{words.line(drawn.line.number)}</dt>
          <dd>
            <Wires
              of={drawn.line.diagram}
              lit={lit}
              name={words.wiresOf(words.line(drawn.line.number))}
              reads
            />
          </dd>
        </div>
      )}
    </dl>
  )
}
