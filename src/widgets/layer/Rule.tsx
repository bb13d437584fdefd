import { entryOf } from '@/autodiff'
import { Fragment } from 'react'
import { Equals, Equation, Matrix, MatrixRow, Sign, Tex } from '@/figure'
import { num, settled } from '@/plot/format'
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
  onChange: (of: 'x' | 'w' | 'c', i: number, j: number, value: number) => void
}

/** The sign between the factors of a rule. */
const joint = ({ kind, at }: Scene['step']) => (kind === 'given' ? '' : at === 'y' ? '·' : '⊙')

/** The local rule that acts: its equation, and the same with the numbers in place. */
export function Rule({ scene, mode, by, onChange }: Props) {
  const { step, sizes, place } = scene
  const { tex, spoken } = ruleOf(step, mode, by)
  const draw = (card: Card) => {
    const { of, kind, form, values } = card
    const { label, name } = titleOf(card)
    if (of === 'L') return <Scalar {...{ name, label, kind }} value={entryOf(values, 0, 0)} />
    const given = kind === 'value' && !form && (of === 'x' || of === 'w' || of === 'c')
    return (
      <Matrix
        name={name}
        role={form === 'mask' ? 'ink' : roles[of]}
        kind={kind}
        label={<Tex of={label} />}
        {...(form !== 'mask' && kind !== 'nudge' && { sym: kind === 'gradient' ? `d${of}` : of })}
        transposed={form === 'turned'}
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
  return (
    <div className="layer-rule">
      <Equation spoken={spoken}>
        <Tex of={tex} />
      </Equation>
      <MatrixRow rows={Math.max(sizes.N, sizes.D, sizes.M)}>
        {step.factors.map((card, k) => (
          <Fragment key={k}>
            {k > 0 && <Sign>{joint(step)}</Sign>}
            {draw(card)}
          </Fragment>
        ))}
        {step.result && (equals ? <Equals of={cells} /> : <Sign>{step.kind === 'given' ? '' : '→'}</Sign>)}
        {step.result && draw(step.result)}
      </MatrixRow>
    </div>
  )
}

type ScalarProps = {
  name: string
  label: ReturnType<typeof titleOf>['label']
  kind: Card['kind']
  value: number
}

/** One number, in the place of a matrix. */
const Scalar = ({ name, label, kind, value }: ScalarProps) => (
  <div className="matrix L">
    <div className="matrix-head">
      <span className="matrix-label" aria-hidden="true">
        <Tex of={label} />
      </span>
      <span className="shape">{words.scalar}</span>
    </div>
    <output className={`cell L ${kind}`} aria-label={name} aria-live="off">
      {num(settled(value), 4)}
    </output>
  </div>
)
