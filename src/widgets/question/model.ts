import { inHandout } from './asked'
import { judgeFormula, type FormulaTask } from './formula'
import { judgeNumber, type NumberTask } from './number'
import { words } from './words'

/** A wrong answer that the author expects, and what to say to it: a number, a formula, or an option's place. */
export type Wrong = { is: number | string; says: string }

export type ChoiceTask = {
  options: readonly string[]
  /** The options as TeX, where they are formulas. */
  set?: readonly string[]
  answer: number
  wrong?: readonly Wrong[]
  /** What is said of the right answer. */
  why?: string
}

/** A number (`answer`, `at`), a formula (`names` lists what it may use), or a choice (`options`). */
export type Task = NumberTask | FormulaTask | ChoiceTask

export type Verdict = {
  kind: 'right' | 'wrong' | 'unread'
  says: string
  /** The part of the answer that it is about. */
  span?: readonly [start: number, end: number]
  /** What was read, in the book's spelling, where it was typed in another. */
  read?: string
  /** Whole answers to take instead. */
  suggestions?: readonly string[]
}

function judgeChoice(text: string, { options, answer, wrong = [], why = '' }: ChoiceTask): Verdict {
  const chosen = Number(text)
  if (options[chosen] === undefined) return { kind: 'unread', says: words.noOption }
  if (chosen === answer) return { kind: 'right', says: `${words.right} ${why}`.trim() }
  return { kind: 'wrong', says: wrong.find(({ is }) => is === chosen)?.says ?? words.notThis }
}

export const kindOf = (task: Task) => ('options' in task ? 'choice' : 'names' in task ? 'formula' : 'number')

/** Says of an answer whether it is right, and what kind of wrong where it is not. */
export function judge(text: string, task: Task, label?: string, asked = inHandout): Verdict {
  if ('options' in task) return judgeChoice(text, task)
  return 'names' in task ? judgeFormula(text, task, label, asked) : judgeNumber(text, task)
}
