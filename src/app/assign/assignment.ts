import * as v from 'valibot'
import { layerLetters, type LayerLetters } from '@/figure/pure'
import { judge, type Task, type Verdict } from '@/widgets/question/model'
import { words } from './words'

const line = (most: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(most))
const wrong = v.optional(
  v.pipe(v.array(v.strictObject({ is: line(200), says: line(400) })), v.maxLength(8)),
  [],
)

/** A question of a teacher's, as its link holds it. */
export const assignment = v.strictObject({
  v: v.literal(1),
  question: line(1200),
  answer: line(200),
  /** What a formula may use, with shapes in letters; without names the answer is a number. */
  names: v.optional(v.record(line(12), v.pipe(v.string(), v.maxLength(20)))),
  wrong,
  /** The letters that the question is asked in. */
  letters: v.picklist(layerLetters),
})
export type Assignment = v.InferOutput<typeof assignment>

/** What a student hands in. */
export const handed = v.strictObject({
  of: assignment,
  name: v.pipe(v.string(), v.maxLength(80)),
  text: line(200),
})

const taskOf = ({ answer, names, wrong: expected }: Assignment): Task =>
  names
    ? { answer, names, wrong: expected }
    : { answer, wrong: expected.map(({ is, says }) => ({ is, says })) }

/** What the book says to an answer, to a reader of those letters. */
export const verdictOn = (of: Assignment, text: string, letters: LayerLetters = of.letters): Verdict =>
  judge(text, taskOf(of), words.answer, { from: of.letters, to: letters })

/** `dy: N×M`, a name a line. */
export const namesIn = (text: string): Record<string, string> | undefined => {
  const lines = text.split('\n').filter((each) => each.trim() !== '')
  if (lines.length === 0) return undefined
  return Object.fromEntries(
    lines.map((each) => {
      const [name = '', shape = ''] = each.split(':')
      return [name.trim(), shape.trim().replace(/\s*[x×*·]\s*/g, '×')]
    }),
  )
}

/** `dy x.T | The factors lie the other way.`, an answer a line. */
export const wrongIn = (text: string): { is: string; says: string }[] =>
  text
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const [is = '', ...says] = each.split('|')
      return { is: is.trim(), says: says.join('|').trim() }
    })

/** Why a question can't be asked so; nothing where it can. */
export function problemsOf(of: Assignment): string[] {
  try {
    const right = verdictOn(of, of.answer)
    if (right.kind !== 'right') return [words.unread(right.says)]
    return of.wrong.flatMap(({ is }) => {
      const { kind, says } = verdictOn(of, is)
      return kind === 'wrong' ? [] : [kind === 'right' ? words.isRight(is) : words.wrongUnread(is, says)]
    })
  } catch (error) {
    return [words.unread((error as Error).message)]
  }
}

/** The question that a form asks, or what is wrong with it. */
export function fromForm(
  form: { question: string; answer: string; names: string; wrong: string },
  letters: LayerLetters,
): { assignment: Assignment } | { problems: string[] } {
  const names = namesIn(form.names)
  const parsed = v.safeParse(assignment, {
    v: 1,
    question: form.question.trim(),
    answer: form.answer.trim(),
    ...(names ? { names } : {}),
    wrong: wrongIn(form.wrong),
    letters,
  })
  if (!parsed.success)
    return { problems: parsed.issues.map((issue) => words.field(v.getDotPath(issue) ?? '')) }
  const problems = problemsOf(parsed.output)
  return problems.length > 0 ? { problems } : { assignment: parsed.output }
}
