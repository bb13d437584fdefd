import { MatrixRow, Sign, Tex, withEntry, type FigureHandle, type LayerLetters, type TexNode } from '@/figure'
import { conventionOf } from '@/topics/letters/conventions'
import { LaidMatrix } from '@/topics/letters/LaidMatrix'
import { OwnFormula } from '@/topics/letters/OwnFormula'
import { formulas } from './drawn'
import { lies, textIn } from './inLetters'
import { given, made, type Given, type NodeName, type Scene, type State } from './model'
import { looks, words } from './words'

type Props = { figure: FigureHandle<State>; scene: Scene; letters: LayerLetters }

const isGiven = (name: NodeName): name is Given => (given as readonly NodeName[]).includes(name)

/** The matrices that the present step is about. */
export function Matrices({ figure: { state, set }, scene, letters }: Props) {
  const { step, of } = scene
  const texts = (name: NodeName) => textIn(looks[name].text, conventionOf(letters))
  const head = (name: NodeName, label: TexNode, form: 'symbolIn' | 'slopeIn') =>
    name === 'w1' || name === 'w2' ? (
      <OwnFormula letters={letters} of={label} own={(convention) => formulas()[form](convention, name)} />
    ) : (
      <Tex of={label} />
    )
  const value = (name: NodeName, active = false) => (
    <LaidMatrix
      key={name}
      name={texts(name)}
      lies={lies(name, letters)}
      role={looks[name].role}
      label={head(name, looks[name].label, 'symbolIn')}
      values={of(name).value ?? []}
      active={() => active}
      {...(isGiven(name) && {
        onChange: (i: number, j: number, next: number) => set({ [name]: withEntry(state[name], i, j, next) }),
      })}
    />
  )
  const gradient = (name: NodeName, active = false) => (
    <LaidMatrix
      key={`d${name}`}
      name={words.gradient(texts(name))}
      lies={lies(name, letters)}
      role={looks[name].role}
      kind="gradient"
      label={head(name, looks[name].gradient, 'slopeIn')}
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
