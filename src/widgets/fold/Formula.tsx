import { Tex, tex } from '@/figure'
import { entry } from '@/plot/format'
import { indexOf } from '@/plot/nesting'
import { Sum, sumText } from '@/topics/jacobian/Sum'
import type { model, State } from './model'
import { words } from './words'

type Props = { state: State; scene: ReturnType<typeof model> }

const contraction = {
  x: tex`\dLdx = \dLdy \, \dydx`,
  w: tex`\dLdw = \dLdy \, \dydw`,
}
const entries = {
  x: tex`\frac{\partial \L}{\partial \htmlClass{x}{x_{\slot{0},\slot{1}}}}`,
  w: tex`\frac{\partial \L}{\partial \htmlClass{w}{w_{\slot{0},\slot{1}}}}`,
}
const folded = { x: tex`\dLdx = \dLdy \, \w\T`, w: tex`\Bigl(\dLdw\Bigr)\T = \Bigl(\dLdy\Bigr)\T \x` }
const turned = tex`\dLdw = \x\T \, \dLdy`

const place = ({ shape, step }: Props['scene']) => indexOf(shape, step.k).map((k) => k + 1)

/** The equation of a step. */
export function Formula({ state, scene }: Props) {
  const { by } = state
  const { kind } = scene.step
  if (kind === 'entry')
    return (
      <>
        <Tex of={entries[by]} slots={place(scene)} />
        <Sum terms={scene.terms} total={scene.total} />
      </>
    )
  return <Tex of={kind === 'turn' ? turned : kind === 'fold' ? folded[by] : contraction[by]} />
}

/** The same for the ear. */
export function spoken({ by }: State, scene: Props['scene']): string {
  const { kind } = scene.step
  if (kind === 'entry') return `∂L/∂${entry(by, ...place(scene))} = ${sumText(scene.terms, scene.total)}`
  if (kind === 'turn') return words.turned
  if (kind !== 'fold') return words.contraction(by)
  return by === 'x' ? words.foldedX : words.foldedW
}
