import { Tex } from '@/figure'
import { shapeText } from '@/plot/format'
import { made, type Node, type NodeName, type Scene } from './model'
import { looks, words } from './words'

/** Which given matrix feeds into which node of the chain; x stands at its head. */
const feeds: Partial<Record<NodeName, NodeName>> = { s1: 'w1', a: 'b1', s2: 'w2', z: 'b2', e: 'c' }

type Props = { scene: Scene; onGo: (step: number) => void }

/** The network as a chain of nodes, each filled once its value is known and hatched once its gradient is. */
export function Walk({ scene, onGo }: Props) {
  const { step, index, of } = scene
  const active = 'node' in step ? step.node : undefined
  const back = index > made.length
  const node = (name: NodeName) => <NodeBox of={of(name)} active={name === active} back={back} onGo={onGo} />
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
  onGo,
}: {
  of: Node
  active: boolean
  back: boolean
  onGo: Props['onGo']
}) {
  const { text, label, role } = looks[name]
  const size = shapeText(shape)
  const state = gradient ? words.both : value ? words.valueOnly : words.neither
  return (
    <div
      className={['node', role, value && 'value', gradient && 'gradient'].filter(Boolean).join(' ')}
      aria-current={active ? 'step' : undefined}
    >
      <span aria-hidden="true">
        <Tex of={label} />
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
