import { entryOf } from '@/autodiff'
import { Fragment, type ReactNode } from 'react'
import { Equals, Equation, MatrixRow, Sign, Tex, type LayerLetters } from '@/figure'
import { num, settled } from '@/plot/format'
import { LaidMatrix } from '@/topics/letters/LaidMatrix'
import { OwnFormula } from '@/topics/letters/OwnFormula'
import { lies, ownRule, type Own } from './inLetters'
import { spokenCard, spokenRule } from './spoken'
import { laidCards, type Laid } from './laid'
import type { Role } from '@/plot/role'
import type { Card, Mode, Scene } from './model'
import type { Name } from './network'
import { ruleOf, titleOf } from './rules'
import { words } from './words'

export const roles: Record<Name, Role> = { x: 'x', w: 'w', y: 'y', z: 'ink', c: 'ink', p: 'ink', L: 'L' }

type Props = {
  scene: Scene
  mode: Mode
  by: 'x' | 'w'
  letters: LayerLetters
  onChange: (of: 'x' | 'w' | 'c', i: number, j: number, value: number) => void
}

/** The sign between the factors of a rule. */
const joint = ({ kind, at }: Scene['step']) => (kind === 'given' ? '' : at === 'y' ? '·' : '⊙')

/** The local rule that acts: its equation, and the same with the numbers in place. */
export function Rule({ scene, mode, by, letters, onChange }: Props) {
  const { step, sizes, place } = scene
  const { tex, spoken } = ruleOf(step, mode, by)
  const own = letters === 'handout' ? undefined : ownRule(step, mode, by)
  const draw = ({ card, values, turned }: Laid) => {
    const { of, kind, form } = card
    const { name, label } = headOf(card, turned, letters)
    if (of === 'L') return <Scalar {...{ name, label, kind }} value={entryOf(values, 0, 0)} />
    const given = kind === 'value' && !form && (of === 'x' || of === 'w' || of === 'c')
    return (
      <LaidMatrix
        name={name}
        role={form === 'mask' ? 'ink' : roles[of]}
        kind={kind}
        label={label}
        {...(form !== 'mask' && kind !== 'nudge' && { sym: kind === 'gradient' ? `d${of}` : of })}
        lies={lies(of, letters) !== turned}
        values={values}
        {...(kind === 'nudge' &&
          of === by &&
          step.kind === 'given' && {
            mark: (i: number, j: number) => (i === place.row && j === place.column ? 'nudged' : undefined),
          })}
        {...(given && {
          onChange: (i: number, j: number, value: number) => onChange(of, i, j, value),
        })}
      />
    )
  }
  const cells = [...step.factors, ...(step.result ? [step.result] : [])].flatMap(({ values }) => values)
  const equals = step.kind !== 'given' && step.factors.length > 1
  const made = step.result && { card: step.result, values: step.result.values, turned: false }
  return (
    <div className="layer-rule">
      <Equation spoken={own ? spokenRule(step, mode, by, letters) : spoken}>
        {own ? <OwnFormula letters={letters} of={tex} own={own} /> : <Tex of={tex} />}
      </Equation>
      <MatrixRow rows={Math.max(sizes.N, sizes.D, sizes.M)}>
        {laidCards(step, letters).map((laid, k) => (
          <Fragment key={k}>
            {k > 0 && <Sign>{joint(step)}</Sign>}
            {draw(laid)}
          </Fragment>
        ))}
        {made && (equals ? <Equals of={cells} /> : <Sign>{step.kind === 'given' ? '' : '→'}</Sign>)}
        {made && draw(made)}
      </MatrixRow>
    </div>
  )
}

/** A matrix's name for the eye, and for the ear, in the reader's letters. */
function headOf(card: Card, turned: boolean, letters: LayerLetters): { name: string; label: ReactNode } {
  const { label, name } = titleOf(turned ? { ...card, form: 'turned' } : card)
  const { of, kind, form } = card
  const shared = of === 'z' || of === 'c' || of === 'p' || of === 'L' || form === 'mask'
  if (letters === 'handout' || shared) return { name, label: <Tex of={label} /> }
  const own: Own = (convention, { labelIn, nudgeIn }) => {
    if (kind === 'nudge') return nudgeIn(convention, of, turned)
    return labelIn(convention, kind === 'gradient' ? `d${of}` : of, turned)
  }
  return {
    name: spokenCard({ ...card, of }, turned, letters),
    label: <OwnFormula letters={letters} of={label} own={own} />,
  }
}

type ScalarProps = {
  name: string
  label: ReactNode
  kind: Card['kind']
  value: number
}

/** One number, in the place of a matrix. */
const Scalar = ({ name, label, kind, value }: ScalarProps) => (
  <div className="matrix L">
    <div className="matrix-head">
      <span className="matrix-label" aria-hidden="true">
        {label}
      </span>
      <span className="shape">{words.scalar}</span>
    </div>
    <output className={`cell L ${kind}`} aria-label={name} aria-live="off">
      {num(settled(value), 4)}
    </output>
  </div>
)
