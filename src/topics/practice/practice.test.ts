import { globSync } from 'tinyglobby'
import { describe, expect, it, test } from 'vitest'
import { random } from '@/autodiff'
import { evaluate, jacobian, readLayer } from '@/derive'
import { asks, itemOf, keyOf, type Ask } from './ask'
import { chapters, mayAsk } from './chapters'
import { answerOf, earlier } from './earlier'
import { computed, sameValue, shapeOf } from './facts'
import type { Choice, Item } from './item'
import { layers } from './layers'
import { apart, before, sequence, setLength } from './sequence'

const named = asks.map((ask, k) => [keyOf(ask), ask, 31 * k + 5] as const)

it('asks of more than sixty kinds and layers, over more than twelve layers', () => {
  expect(new Set(named.map(([key]) => key)).size).toBe(asks.length)
  expect(asks.length).toBeGreaterThan(200)
  expect(new Set(asks.map(({ layer }) => layer.text)).size).toBe(layers.length)
  expect(layers.length).toBeGreaterThan(24)
})

it('knows the chapters in their order', () => {
  const folders = globSync('content/[0-9]*/index.mdx').toSorted()
  // A chapter that asks nothing yet may stand behind these.
  expect(folders.map((file) => /\d+-([\w-]+)/.exec(file)?.[1]).slice(0, chapters.length)).toEqual([
    ...chapters,
  ])
})

it.each(layers.map((layer) => [layer.name, layer] as const))('%s: what is said of it is so', (_, layer) => {
  const inputs = readLayer(layer.text).inputs.map(({ name }) => name)
  for (const { all = [] } of [layer.by, layer.product, layer.oneWay, layer.byHand].map((list) => ({
    all: list,
  })))
    expect(all.filter((name) => !inputs.includes(name))).toEqual([])
  const out = readLayer(layer.text).shape.length
  for (const of of layer.by)
    if (out > 0)
      expect(layer.full?.includes(of) === true, of).toBe(jacobian(layer.text, of).pattern === 'dense')
})

/** Whether a line of a derivation is true on random numbers: not as `check` finds it, but by the core's own pullback. */
function holds({ text }: Ask['layer'], line: string): boolean {
  const next = random(9)
  const { inputs, shape } = readLayer(text)
  const sizes: Record<string, number> = {}
  const numbers = (dims: readonly (string | number)[]): unknown =>
    dims.length === 0
      ? 0.5 + next()
      : Array.from({ length: (sizes[String(dims[0])] ??= 2 + Object.keys(sizes).length) }, () =>
          numbers(dims.slice(1)),
        )
  const given = Object.fromEntries(inputs.map((input) => [input.name, numbers(input.shape)])) as Record<
    string,
    number
  >
  const at = evaluate(text, given, shape.length === 0 ? 1 : (numbers(shape) as number))
  const value = computed(at, line)
  const wanted = at.value(/^\p{L}+\d*/u.exec(line)?.[0] ?? '')
  return (
    value?.shape.join() === wanted.shape.join() &&
    value.data.every((entry, k) => Math.abs(entry - (wanted.data[k] ?? NaN)) < 1e-9)
  )
}

/** What is wrong with a choice, in words. */
function faultsOf({ options, set, answer, wrong }: Choice): string[] {
  const faults: string[] = []
  if (options.length < 3) faults.push('fewer than three options')
  if (new Set(options).size !== options.length) faults.push('two options read alike')
  if (set && new Set(set).size !== options.length) faults.push('two options look alike')
  if (options[answer] === undefined) faults.push('no right option')
  const others = options.flatMap((_, k) => (k === answer ? [] : [k]))
  if (wrong.map(({ is }) => is).join() !== others.join()) faults.push('an option without its reason')
  return faults
}

const sentences = ({ asks: question, task }: Item) => [
  question,
  task.why,
  ...task.wrong.map(({ says }) => says),
]

describe.each(named)('%s', (_, ask, draw) => {
  const item = itemOf(ask, draw)
  const { task } = item

  test('has one right answer, and a sentence for each wrong one', () => {
    if ('options' in task) {
      expect(faultsOf(task)).toEqual([])
      expect(item.asks).not.toContain(task.options[task.answer])
    } else if ('names' in task) {
      expect(task.wrong.map(({ is }) => is)).not.toContain(task.answer)
      expect(task.wrong.length).toBeGreaterThan(0)
    } else {
      expect(Number.isFinite(task.answer)).toBe(true)
      expect(task.wrong.filter(({ is }) => Math.abs(is - task.answer) < 1e-6)).toEqual([])
      expect(task.wrong.length).toBeGreaterThan(0)
    }
    for (const text of sentences(item)) {
      expect(text).toMatch(/^\S.*[.?]$/)
      expect(text).not.toMatch(/NaN|undefined|Infinity|null/)
    }
    expect(item.given.filter(({ tex }) => tex === '')).toEqual([])
  })

  test('each line that is offered is as true, or as false, as it is said to be', () => {
    const { set = [], options = [] } = 'options' in task ? task : {}
    const isRight = ask.kind.name !== 'wrong-line'
    const lines = set.length > 0 ? options : []
    expect(lines.map((line) => holds(ask.layer, line))).toEqual(
      lines.map((_line, k) => (k === task.answer) === isRight),
    )
    const wrong = isRight ? lines : []
    for (const [k, one] of wrong.entries())
      for (const other of wrong.slice(k + 1)) expect(sameValue(ask.layer, one, other)).toBe(false)
  })
})

it('the same draw gives the same item, another one another', () => {
  for (const name of ['by-hand', 'bytes', 'wrong-line', 'nudge']) {
    const ask = asks.find(({ kind }) => kind.name === name)
    if (!ask) throw new Error(`There is no kind ${name}.`)
    const make = (draw: number) => ask.kind.make(ask.layer, ask.of, random(draw))
    expect(make(4)).toEqual(make(4))
    expect([5, 6, 7, 8].map((draw) => JSON.stringify(make(draw)))).not.toEqual(
      Array(4).fill(JSON.stringify(make(4))),
    )
  }
})

it('no two neighbours of a set ask for the same kind or of the same layer, and none is asked twice', () => {
  for (let seed = 1; seed < 10_000; seed += 397) {
    const set = sequence(seed)
    expect(set.length).toBe(setLength)
    expect(new Set(set).size).toBe(setLength)
    expect(set.slice(1).filter((ask, k) => !apart(ask, set[k] ?? ask))).toEqual([])
  }
})

describe.each(chapters)('at the end of %s', (chapter) => {
  it('stand three items that the chapters before it teach, no two alike', () => {
    const three = before(chapter)
    expect(three.length).toBe(3)
    expect(three.filter(({ taught }) => !mayAsk(chapter, taught))).toEqual([])
    expect(three.slice(1).filter((ask, k) => !apart(ask, three[k] ?? ask))).toEqual([])
    expect(earlier(chapter).filter((item) => answerOf(item) === '')).toEqual([])
  })
})

it('no chapter ends with an item that another ends with', () => {
  const keys = chapters.flatMap((chapter) => before(chapter).map(keyOf))
  expect(keys.filter((key, k) => keys.indexOf(key) !== k)).toEqual([])
})

it('an entry of a gradient by hand is that of the pullback, and a place has no more axes than the input', () => {
  for (const ask of asks.filter(({ kind }) => kind.name === 'by-hand')) {
    const { asks: question } = itemOf(ask, 3)
    const axes = shapeOf(ask.layer, ask.of).length
    expect(question).toMatch(axes === 1 ? /at place \d\?$/ : /at row \d, column \d\?$/)
  }
})
