import { Tex, type LayerLetters } from '@/figure'
import { conventionOf } from '@/topics/letters/conventions'
import { OwnFormula } from '@/topics/letters/OwnFormula'
import { formulas } from './drawn'
import { lies, textIn } from './inLetters'
import { shapeText } from '@/plot/format'
import { made, type Node, type NodeName, type Scene } from './model'
import { looks, words } from './words'

/** Which given matrix feeds into which node of the chain; x stands at its head. */
const feeds: Partial<Record<NodeName, NodeName>> = { s1: 'w1', a: 'b1', s2: 'w2', z: 'b2', e: 'c' }

type Props = { scene: Scene; letters: LayerLetters; onGo: (step: number) => void }

/** The network as a chain of nodes, each filled once its value is known and hatched once its gradient is. */
export function Walk({ scene, letters, onGo }: Props) {
  const { step, index, of } = scene
  const active = 'node' in step ? step.node : undefined
  const back = index > made.length
  const node = (name: NodeName) => (
    <NodeBox of={of(name)} active={name === active} back={back} letters={letters} onGo={onGo} />
  )
  return (
    <ol className="walk" aria-label={words.nodes}>
      <li>{node('x')}</li>
      {made.map((name) => {
        const fed = feeds[name]
        return (
          <li key={name} className={fed && 'fed'}>
            {fed && <span className="feed">{node(fed)}</span>}
            {node(name)}
          </li>
        )
      })}
    </ol>
  )
}

function NodeBox({
  of: { name, shape, value, gradient, known, complete },
  active,
  back,
  letters,
  onGo,
}: {
  of: Node
  active: boolean
  back: boolean
  letters: LayerLetters
  onGo: Props['onGo']
}) {
  const { label, role } = looks[name]
  const text = textIn(looks[name].text, conventionOf(letters))
  const size = shapeText(lies(name, letters) ? shape.toReversed() : shape)
  const state = gradient ? words.both : value ? words.valueOnly : words.neither
  return (
    <div
      className={['node', role, value && 'value', gradient && 'gradient'].filter(Boolean).join(' ')}
      aria-current={active ? 'step' : undefined}
    >
      <span aria-hidden="true">
        {name === 'w1' || name === 'w2' ? (
          <OwnFormula letters={letters} of={label} own={(own) => formulas().symbolIn(own, name)} />
        ) : (
          <Tex of={label} />
        )}
      </span>
      <small aria-hidden="true">{size}</small>
      <span className="visually-hidden">{`${text}, ${size}: ${name === 'c' ? 'given' : state}`}</span>
      {/* On paper and without a script the node is a picture alone. */}
      <button
        type="button"
        className="needs-js"
        aria-label={words.goTo(text)}
        onClick={() => onGo(back && name !== 'c' ? complete : known)}
      />
    </div>
  )
}
