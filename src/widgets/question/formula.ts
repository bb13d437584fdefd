import { tensor, Tensor } from '@/autodiff'
import { lengthsRight, type Trial } from '@/topics/checking/compare'
import { trialAt, trialsOf, type Shapes } from '@/topics/checking/draw'
import { outcome, read, type Formula } from '@/topics/checking/read'
import { diagnose, fits } from './diagnose'
import type { Verdict, Wrong } from './model'
import { listed, words } from './words'

export type FormulaTask = {
  /** A right answer; whatever equals it on random numbers is right too. */
  answer: string
  /** The names that may be used, with their shapes in letters: { x: 'N×D', b: '1×M', t: '' }. */
  names: Shapes
  wrong?: readonly Wrong[]
  /** What is said of the right answer. */
  why?: string
}

/** The letters in shapes are numbers too: `sum(dy, axis=0) / N` is a mean. */
const lengthsOf = (names: Shapes) => Object.values(names).flatMap((shape) => shape.match(/[A-Z]/g) ?? [])
const withLengths = (trial: Trial): Trial => ({
  ...trial,
  env: { ...mapped(trial.sizes, (length) => tensor(length)), ...trial.env },
})
const mapped = <A, B>(of: Readonly<Record<string, A>>, to: (value: A) => B) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)]))
/** A formula of the author's; one that can't be read stops the build. */
function authored(text: string, names: Shapes): Formula {
  const formula = read(text, [...Object.keys(names), ...lengthsOf(names)])
  if ('kind' in formula) throw new Error(`“${text}” can't be read: ${formula.says}`)
  return formula
}

/** Judges a typed formula by its values and shape on random numbers, and says what kind of wrong it is. */
export function judgeFormula(
  text: string,
  { answer, names, wrong = [], why = '' }: FormulaTask,
  label = '',
): Verdict {
  const known = Object.keys(names)
  const formula = read(text, [...known, ...lengthsOf(names)])
  if ('kind' in formula) {
    const use = formula.kind === 'name' && known.length > 0 ? words.names(listed(known)) : ''
    return { ...formula, kind: 'unread', says: formula.says + use }
  }
  const taken = formula.typed === undefined ? {} : { read: formula.text }
  const other = otherAsked(formula.assigned, label)
  if (other !== undefined) return { kind: 'unread', says: other, ...taken }
  const right = authored(answer, names)
  const trials = trialsOf(right, names).map(withLengths)
  if (fits(formula, trials)) {
    // Without a name nothing is drawn.
    const says = known.length > 0 ? words.rightToo : words.right
    return { kind: 'right', says: `${says} ${why}`.trim(), ...taken }
  }
  const named = wrong.find(({ is }) => {
    const same = authored(String(is), names)
    return fits(
      formula,
      trials.map((trial) => ({ ...trial, truth: outcome(same, trial.env) as Tensor })),
    )
  })
  if (named) return { kind: 'wrong', says: named.says, ...taken }
  const alone = () => onlyLength(formula, right, names)
  return { kind: 'wrong', ...diagnose(formula, trials, known, alone), ...taken }
}

/** “dx = …” where ∂L/∂w is asked. */
function otherAsked(assigned: string | undefined, label: string): string | undefined {
  const asked = /^[d∂]\w+\/[d∂](\w+)/.exec(label)?.[1]
  if (assigned === undefined || asked === undefined || !/^d\w/i.test(assigned)) return undefined
  if (assigned.toLowerCase() === `d${asked}`.toLowerCase()) return undefined
  return words.assigned(assigned, label.replace(/\s*=\s*$/, ''))
}

/** Right for one length of an axis alone, as dy[0] + dy[1] is, or up to one, as sum(dy[0:3, :], axis=0) is. */
function onlyLength(formula: Formula, right: Formula, names: Shapes): string | undefined {
  const letters = [...new Set(lengthsOf(names))]
  for (const letter of letters) {
    const found = lengthsRight((length) => {
      const sizes = Object.fromEntries(letters.map((other, k) => [other, other === letter ? length : 17 + k]))
      return fits(formula, [withLengths(trialAt(right, names, sizes))])
    })
    if (found) return words.onlyFor(letter, found)
  }
}
