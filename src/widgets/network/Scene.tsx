import { Matrix, MatrixRow, Sign, Tex, withEntry, type FigureHandle } from '@/figure'
import { given, made, type Given, type NodeName, type Scene, type State } from './model'
import { looks, words } from './words'

type Props = { figure: FigureHandle<State>; scene: Scene }

const isGiven = (name: NodeName): name is Given => (given as readonly NodeName[]).includes(name)

/** The matrices that the present step is about. */
export function Matrices({ figure: { state, set }, scene }: Props) {
  const { step, of } = scene
  const value = (name: NodeName, active = false) => (
    <Matrix
      key={name}
      name={looks[name].text}
      role={looks[name].role}
      label={<Tex of={looks[name].label} />}
      values={of(name).value ?? []}
      active={() => active}
      {...(isGiven(name) && {
        onChange: (i: number, j: number, next: number) => set({ [name]: withEntry(state[name], i, j, next) }),
      })}
    />
  )
  const gradient = (name: NodeName, active = false) => (
    <Matrix
      key={`d${name}`}
      name={words.gradient(looks[name].text)}
      role={looks[name].role}
      kind="gradient"
      label={<Tex of={looks[name].gradient} />}
      values={of(name).gradient ?? []}
      active={() => active}
    />
  )
  if (step.kind === 'given') return <MatrixRow>{given.map((name) => value(name))}</MatrixRow>
  if (step.kind === 'check') return <MatrixRow>{given.map((name) => gradient(name))}</MatrixRow>
  const inputs = of(step.node).inputs
  if (step.kind === 'forward')
    return (
      <MatrixRow>
        {inputs.map((name) => value(name))}
        <Sign>→</Sign>
        {value(step.node, true)}
      </MatrixRow>
    )
  const kept = made.includes(step.node) ? needed(scene) : []
  return (
    <>
      <MatrixRow>
        {gradient(step.node)}
        <Sign>→</Sign>
        {inputs.filter((name) => name !== 'c').map((name) => gradient(name, true))}
      </MatrixRow>
      {kept.length > 0 && (
        <MatrixRow>
          <Sign>{words.with}</Sign>
          {kept.map((name) => value(name))}
        </MatrixRow>
      )}
    </>
  )
}

/** The values of the forward pass that a node's rule needs on the way back: what had to be kept. */
function needed({ step, of }: Scene): NodeName[] {
  if (step.kind !== 'backward') return []
  const { inputs } = of(step.node)
  if (step.node === 's1' || step.node === 's2' || step.node === 'h') return [...inputs]
  if (step.node === 'e') return ['c']
  return step.node === 'logp' ? ['logp'] : []
}
