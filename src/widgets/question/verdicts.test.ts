import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { neg, parse, print, sum, Tensor, tensor, type Ast } from '@/autodiff'
import { isLayout, isOversummed, isRight, isZero, sameNumbers, type Trial } from '@/topics/checking/compare'
import { trialsOf, type Shapes } from '@/topics/checking/draw'
import { edits } from '@/topics/checking/edits'
import { outcome, read } from '@/topics/checking/read'
import { judge } from './model'

type Task = { id: string; answer: string; names: Shapes }

/** Every formula that the book asks for. */
const tasks: Task[] = readdirSync('content').flatMap((chapter) => {
  if (!/^\d/.test(chapter)) return []
  const text = readFileSync(`content/${chapter}/index.mdx`, 'utf8')
  return text.split('<Question').flatMap((part) => {
    const [, id = ''] = /id="([^"]+)"/.exec(part) ?? []
    const [, answer] = /\n\s*answer="([^"]+)"/.exec(part) ?? []
    const [, names] = /^\s*names=\{\{(.*)\}\}/m.exec(part.split('/>')[0] ?? '') ?? []
    if (answer === undefined || names === undefined) return []
    const pairs = [...names.matchAll(/(\w+): '([^']*)'/g)].map(([, name = '', shape = '']) => [name, shape])
    return [{ id, answer, names: Object.fromEntries(pairs) as Shapes }]
  })
})
const trialsFor = ({ answer, names }: Task): readonly Trial[] => {
  const right = read(answer, Object.keys(names))
  if ('kind' in right) throw new Error(right.says)
  return trialsOf(right, names).map((trial) => ({
    ...trial,
    env: {
      ...Object.fromEntries(Object.entries(trial.sizes).map(([name, size]) => [name, tensor(size)])),
      ...trial.env,
    },
  }))
}

/** The parts of a formula in which a sum was left out. */
function without(ast: Ast): Ast[] {
  if (ast.kind !== 'call') return []
  const inner = ast.args.flatMap((arg, k) =>
    without(arg).map((other) => ({ ...ast, args: ast.args.with(k, other) })),
  )
  const [of] = ast.args
  return ast.op === 'sum' && of ? [of, ...inner] : inner
}

/** Ways to get a right answer wrong, each with what its verdict should say. */
const transforms: readonly [string, (task: Task) => readonly string[], RegExp][] = [
  ['the transpose', ({ answer }) => [`(${answer}).T`], /transpose of the answer|Right/],
  ['the sign', ({ answer }) => [`-(${answer})`], /^Right but for the sign\./],
  ['twice', ({ answer }) => [`2(${answer})`], /everywhere 2 times/],
  ['a third', ({ answer }) => [`(${answer}) / 3`], /everywhere 0\.333333 times/],
  ['a mean', (task) => ('N' in (trialsFor(task)[0]?.sizes ?? {}) ? [`(${task.answer}) / N`] : []), /everywhere 1\/N times/],
  ['zero', ({ answer }) => [`0(${answer})`], /zero, whatever/],
  ['a sum too many', (task) => (trialsFor(task)[0]?.truth.rank ? [`sum(${task.answer})`] : []), /Too much is added up|zero|one number/],
  ['a sum left out', ({ answer }) => without(parse(answer).ast).map(print), /./],
  ['one thing changed', ({ answer }) => edits(parse(answer).ast).map(({ text }) => text), /./],
  ['a wrong name', ({ answer, names }) => Object.keys(names).flatMap((a) => Object.keys(names).filter((b) => b !== a).map((b) => answer.replace(new RegExp(`\\b${a}\\b`, 'g'), b))), /./],
  ['something added', ({ answer }) => [`(${answer}) + 1`, `(${answer}) * 1.0000001`], /./],
] // prettier-ignore

/** Whether a verdict holds of an answer, computed anew on numbers that the checker has not seen. */
function holds(says: string, typed: string, task: Task): boolean {
  const formula = read(typed, [...Object.keys(task.names), 'N', 'D', 'M'])
  if ('kind' in formula) return false
  const trials = trialsFor(task)
  const values = trials.map(({ env }) => outcome(formula, env))
  const all = (holdsIn: (value: Tensor, trial: Trial) => boolean) =>
    trials.every((trial, k) => {
      const value = values[k]
      return value instanceof Tensor && holdsIn(value, trial)
    })
  const factor = /everywhere (\S+) times/.exec(says)?.[1]
  if (factor !== undefined)
    return all((value, trial) => {
      const by = parse(factor.replaceAll('−', '-'), { names: Object.keys(trial.sizes) }).f(trial.sizes).item()
      return isRight(tensor(Array.from(value.data, (entry) => entry / by)), { ...trial, truth: tensor(trial.truth.data), tolerance: 1e-5 })
    })
  const axis = /sum over the axis of length (\w) is missing/.exec(says)?.[1]
  if (axis !== undefined)
    return all((value, trial) => value.shape.some((length, k) => length === trial.sizes[axis] && sameNumbers(sum(value, { axis: k }), trial.truth, trial)))
  const wrong = /(\d+) of (\d+) values? (?:is|are) wrong/.exec(says)
  if (wrong) return Number(wrong[1]) > 0 && Number(wrong[2]) === trials[0]?.truth.size
  if (says.includes('the transpose')) return all(isLayout)
  if (says.includes('for the sign')) return all((value, trial) => isRight(neg(value), trial))
  if (says.startsWith('Too much')) return all(isOversummed)
  if (says.startsWith('This is zero')) return all(isZero)
  if (says.startsWith('Right,')) return all(isRight)
  if (says.startsWith('Shapes clash')) return values[0] instanceof Error
  return !all(isRight)
} // prettier-ignore

it('the formulas that the book asks for are found', () => {
  expect(tasks.length).toBeGreaterThan(6)
  for (const task of tasks) expect(judge(task.answer, task), task.id).toMatchObject({ kind: 'right' })
})

describe.each(transforms)('a right answer with %s', (_, change, words) => {
  test.each(tasks.map((task) => [task.id, task] as const))('%s', (_id, task) => {
    for (const typed of change(task)) {
      const { kind, says } = judge(typed, task)
      if (kind === 'unread') continue
      expect(says, typed).toMatch(words)
      expect(holds(says, typed, task), `${typed}: ${says}`).toBe(true)
    }
  })
})
