import { tensor, Tensor } from '@/autodiff'
import { lengthsRight, type Trial } from '@/topics/checking/compare'
import { trialAt, trialsOf, type Shapes } from '@/topics/checking/draw'
import { outcome, read, type Formula } from '@/topics/checking/read'
import { diagnose, fits } from './diagnose'
import { judging, namesIn, trialAsked } from '@/topics/letters/judging'
import { inHandout } from './asked'
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
  asked = inHandout,
): Verdict {
  const right = authored(answer, names)
  const written = trialsOf(right, names)
  const other = () => {
    const judge = judging()
    const found = judge?.rightElsewhere(text, written, names, asked.from, asked.to)
    return found && judge?.elsewhere.right(found, asked.to, judge.hasWeights(names))
  }
  const known = Object.keys(namesIn(names, asked))
  const formula = read(text, [...known, ...lengthsOf(names)])
  if ('kind' in formula) {
    const use = formula.kind === 'name' && known.length > 0 ? words.names(listed(known)) : ''
    return { ...formula, kind: 'unread', says: (formula.kind === 'name' && other()) || formula.says + use }
  }
  const taken = formula.typed === undefined ? {} : { read: formula.text }
  const assigned = otherAsked(formula.assigned, label)
  if (assigned !== undefined) return { kind: 'unread', says: assigned, ...taken }
  const own = (trial: Trial) => withLengths(trialAsked(trial, names, asked))
  const trials = written.map(own)
  if (fits(formula, trials)) {
    // Without a name nothing is drawn.
    const says = known.length > 0 ? words.rightToo : words.right
    return { kind: 'right', says: `${says} ${asked.from === asked.to ? why : ''}`.trim(), ...taken }
  }
  const there = other()
  const more = there === undefined ? '' : `${there} `
  // What the author says is said of the letters that the task was written in.
  const named =
    asked.from === asked.to &&
    wrong.find(({ is }) => {
      const same = authored(String(is), names)
      return fits(
        formula,
        trials.map((trial) => ({ ...trial, truth: outcome(same, trial.env) as Tensor })),
      )
    })
  if (named) return { kind: 'wrong', says: more + named.says, ...taken }
  const alone = () => onlyLength(formula, right, names, own)
  const told = diagnose(formula, trials, known, alone)
  return { kind: 'wrong', ...told, says: more + told.says, ...taken }
}

/** “dx = …” where ∂L/∂w is asked. */
function otherAsked(assigned: string | undefined, label: string): string | undefined {
  const asked = /^[d∂]\w+\/[d∂](\w+)/.exec(label)?.[1]
  if (assigned === undefined || asked === undefined || !/^d\w/i.test(assigned)) return undefined
  if (assigned.toLowerCase() === `d${asked}`.toLowerCase()) return undefined
  return words.assigned(assigned, label.replace(/\s*=\s*$/, ''))
}

/** Right for one length of an axis alone, as dy[0] + dy[1] is, or up to one, as sum(dy[0:3, :], axis=0) is. */
function onlyLength(
  formula: Formula,
  right: Formula,
  names: Shapes,
  own: (trial: Trial) => Trial,
): string | undefined {
  const letters = [...new Set(lengthsOf(names))]
  for (const letter of letters) {
    const found = lengthsRight((length) => {
      const sizes = Object.fromEntries(letters.map((other, k) => [other, other === letter ? length : 17 + k]))
      return fits(formula, [own(trialAt(right, names, sizes))])
    })
    if (found) return words.onlyFor(letter, found)
  }
}
