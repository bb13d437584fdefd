import { read } from '@/topics/checking/read'
import { sizeNames, tasks, type Given, type Target } from './given'
import type { LayerLetters } from '@/figure/pure'
import { trialsOf } from '@/topics/checking/draw'
import { judging } from '@/topics/letters/judging'
import { judgeFormula } from '../question/formula'
import { answer, check, type Verdict } from './model'
import { tell } from './words'

const labels = { dw: '∂L/∂w', db: '∂L/∂b' }

/** What is said of a formula that is asked for in other letters, judged by values there. */
function told(text: string, target: Target, to: LayerLetters) {
  const { answer: right, shapes } = tasks[target]
  return judgeFormula(text, { answer: right, names: shapes }, labels[target], { from: 'handout', to })
}

/** The same for a formula that is wrong in the handout's letters and right in others. */
function rightThere(text: string, target: Target): string | undefined {
  const { answer: right, shapes } = tasks[target]
  const formula = read(right, Object.keys(shapes))
  if ('kind' in formula) throw new Error(formula.says)
  const judge = judging()
  const found = judge?.rightElsewhere(text, trialsOf(formula, shapes), shapes, 'handout', 'handout')
  return found && judge?.elsewhere.right(found, 'handout', true)
}

/** Everything about a formula at once, in the letters in which it is asked for. */
export function assess(text: string, given: Given, target: Target, to: LayerLetters = 'handout') {
  const here = assessHere(text, given, target)
  if (to === 'handout') {
    const there = here.verdict.kind === 'right' ? undefined : rightThere(text, target)
    return there === undefined ? here : { ...here, sentence: `${there} ${here.sentence}` }
  }
  const { kind, says, suggestions = [], read: book } = told(text, target, to)
  const verdict: Verdict =
    kind === 'right'
      ? { kind, dropped: false, mine: { rows: [], shape: [], named: [], wrong: [] } }
      : { kind: 'broken', says }
  return {
    verdict,
    sentence: says,
    hint: tell({ kind: 'broken', says }, text, target).hint,
    answer: here.answer,
    spelled: { suggestions, ...(book !== undefined && { book }) },
  }
}

function assessHere(text: string, given: Given, target: Target) {
  const verdict: Verdict = check(text, given, target)
  const formula = read(text, [...tasks[target].names, ...sizeNames])
  const unread = 'kind' in formula
  const shown = unread ? text : formula.text
  return {
    verdict,
    ...tell(verdict, shown, target),
    answer: answer(given, target),
    spelled: {
      suggestions: unread ? formula.suggestions : [],
      ...(!unread && formula.typed !== undefined && { book: formula.text }),
    },
  }
}

export type Assessment = ReturnType<typeof assess>
