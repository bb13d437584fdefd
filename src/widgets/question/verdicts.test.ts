import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { neg, parse, sum, Tensor, tensor } from '@/autodiff'
import {
  differing,
  isLayout,
  isOversummed,
  isRight,
  isZero,
  sameNumbers,
  type Trial,
} from '@/topics/checking/compare'
import { trialsOf, type Shapes } from '@/topics/checking/draw'
import { transforms, type Transform } from '@/topics/checking/fixtures/transforms'
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

/** What a verdict should say of a right answer that went wrong in one of these ways. */
const words: Readonly<Record<Transform, RegExp>> = {
  'the transpose': /transpose of the answer|Right/,
  'the sign': /^Right but for the sign\./,
  twice: /everywhere 2 times/,
  'a third': /everywhere 0\.333333 times/,
  'a mean': /everywhere 1\/N times/,
  zero: /zero, whatever/,
  'a sum too many': /Too much is added up|zero|one number/,
  'a sum left out': /./,
  'another axis': /./,
  'entry by entry for the matrix product': /./,
  'the matrix product for entry by entry': /./,
  'swapped factors': /./,
  'one entry off': /\b1 of \d+ values is wrong/,
  'a wrong name': /./,
  'something added': /./,
}

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
      return isRight(tensor(Array.from(value.data, (entry) => entry / by)), { ...trial, truth: tensor(trial.truth.data), tolerance: 2e-6 * Math.max(...trial.truth.data.map(Math.abs)) })
    })
  const axis = /sum over the axis of length (\w) is missing/.exec(says)?.[1]
  if (axis !== undefined)
    return all((value, trial) => value.shape.some((length, k) => length === trial.sizes[axis] && sameNumbers(sum(value, { axis: k }), trial.truth, trial)))
  const wrong = /(\d+) of (\d+) values? (?:is|are) wrong/.exec(says)
  if (wrong) return all((value, trial) => value.size === trial.truth.size) && Number(wrong[2]) === trials[0]?.truth.size && Number(wrong[1]) === differing(values[0] as Tensor, trials[0].truth, trials[0].tolerance).filter(Boolean).length
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

describe.each(Object.keys(transforms) as Transform[])('a right answer with %s', (name) => {
  test.each(tasks.map((task) => [task.id, task] as const))('%s', (_id, task) => {
    const [trial] = trialsFor(task)
    const right = {
      answer: task.answer,
      names: Object.keys(task.names),
      rank: trial?.truth.rank ?? 0,
      alike: Object.keys(task.names).filter(
        (other) => trial?.truth.rank && String(trial.env[other]?.shape) === String(trial.truth.shape),
      ),
      batch: 'N' in (trial?.sizes ?? {}),
    }
    for (const typed of transforms[name](right)) {
      const { kind, says } = judge(typed, task)
      if (kind === 'unread') continue
      expect(says, typed).toMatch(words[name])
      expect(holds(says, typed, task), `${typed}: ${says}`).toBe(true)
    }
  })
})
