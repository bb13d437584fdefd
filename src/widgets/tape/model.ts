import { nth, type Tensor } from '@/autodiff'
import { functionFrom, type Fn, type Preset } from '@/figure/pure'
import { num, settled, shapeText } from '@/plot/format'
import type { Act, Code } from './lines'
import { namer, primalOf, rateOf, runForward, runNested, runReverse, type Call, type F } from './runs'

export const modes = ['forward', 'reverse', 'nested'] as const
export type Mode = (typeof modes)[number]
export type State = { f: string; x: number; w: number; mode: Mode; step: number }

export const names = ['x', 'w'] as const
const hues = { x: 'x', w: 'w' }
export const presets: readonly Preset[] = [
  { source: 'x * sin(w * x)', name: 'x sin(w x)' },
  { source: 'tanh(w * x)', name: 'tanh(w x)' },
  { source: 'x * x', name: 'x x' },
  { source: 'exp(x) / (1 + w)', name: 'eˣ / (1 + w)' },
  { source: 'max(x, w) * x', name: 'max(x, w) x' },
]

/** Which code stands beside each mode. */
export const shownCodes: Readonly<Record<Mode, readonly Code[]>> = {
  forward: ['forward'],
  reverse: ['tape', 'backward'],
  nested: ['bind'],
}

/** A line of the table: a value, how it was made, and what is known of it by now. */
export type Row = {
  readonly name: string
  readonly made: string
  readonly depth: number
  readonly level?: number
  readonly cells: readonly (string | undefined)[]
}
/** What happens in one step: the line of code that acts, the row that it acts on, and what it makes there. */
export type Step =
  | { readonly act: 'value' | 'rate' | 'record'; readonly row: number; readonly made: string }
  | { readonly act: 'arrive'; readonly row: number; readonly made: string; readonly sends: number }
  | { readonly act: 'send'; readonly row: number; readonly to: number; readonly made: string }
  | {
      readonly act: 'gather'
      readonly row: number
      readonly to: number
      readonly made: string
      readonly first: boolean
    }
  | { readonly act: 'level' | 'ground'; readonly row: number; readonly made: string }

export type Scene = {
  readonly fn: Fn
  readonly steps: readonly Step[]
  /** The present step, within the list. */
  readonly index: number
  readonly rows: readonly Row[]
  /** What the run came to: f′ by x, the gradient, or f″. */
  readonly result: readonly { readonly of: 'value' | 'byX' | 'byW' | 'second'; readonly text: string }[]
}

/** A number, or the shape of what is more than one. */
const shown = (value: Tensor): string =>
  value.size === 1 ? num(settled(nth(value.data, 0)), 4) : shapeText(value.shape)

const called = (op: string, from: readonly string[]): string => `${op}(${from.join(', ')})`

type Run = Pick<Scene, 'steps' | 'rows' | 'result'>

function forward(f: F, x: number, w: number): Run {
  const { given, calls, value, rate } = runForward(f, x, w)
  const label = namer(given, names)
  const rows: Row[] = given.map((input, k) => ({
    name: nth(names, k),
    made: '',
    depth: 0,
    cells: [shown(input), shown(rateOf(input) ?? input)],
  }))
  for (const { op, inputs, output } of calls) {
    const made = called(
      op,
      inputs.map((input) => label.of(input) ?? shown(input)),
    )
    const moves = rateOf(output)
    rows.push({ name: label.add(output), made, depth: 0, cells: [shown(output), moves ? shown(moves) : '0'] })
  }
  const steps = rows.slice(given.length).flatMap(({ cells }, k): Step[] => [
    { act: 'value', row: k + given.length, made: cells[0] ?? '' },
    { act: 'rate', row: k + given.length, made: cells[1] ?? '' },
  ])
  return {
    rows,
    steps,
    result: [
      { of: 'value', text: shown(value) },
      { of: 'byX', text: shown(rate) },
    ],
  }
}

function reverse(f: F, x: number, w: number): Run {
  const { nodes, inputs, visits, end } = runReverse(f, x, w)
  const named = (id: number): string => names[inputs.indexOf(id)] ?? `v${id}`
  const rows = nodes.map(({ id, made, primal }): Row => {
    const from = made?.inputs.map((value, k) => {
      const source = nth(made.sources, k)
      return source < 0 ? shown(value) : named(source)
    })
    return {
      name: named(id),
      made: made ? called(made.op.name, from ?? []) : '',
      depth: 0,
      cells: [shown(primal)],
    }
  })
  const met = new Set<number>([end])
  const steps: Step[] = nodes.flatMap(({ id, made, primal }): Step[] =>
    made ? [{ act: 'record', row: id, made: shown(primal) }] : [],
  )
  for (const { id, arrives, sends } of visits) {
    steps.push({ act: 'arrive', row: id, made: shown(arrives), sends: sends.length })
    for (const { to, value, gathered } of sends) {
      steps.push({ act: 'send', row: id, to, made: shown(value) })
      steps.push({ act: 'gather', row: id, to, made: shown(gathered), first: !met.has(to) })
      met.add(to)
    }
  }
  const gradient = (k: number): string => {
    const visit = visits.find(({ id }) => id === nth(inputs, k))
    return visit ? shown(visit.arrives) : '0'
  }
  return {
    rows,
    steps,
    result: [
      { of: 'byX', text: gradient(0) },
      { of: 'byW', text: gradient(1) },
    ],
  }
}

/** A value at two levels: itself, its rates at the inner and the outer one, and the rate of the one at the other. */
function corners({ output, level }: Call): (string | undefined)[] {
  if (level === 0) return [shown(output)]
  const moves = rateOf(output)
  if (level === 1) return [shown(output), undefined, moves && shown(moves)]
  const outer = rateOf(primalOf(output))
  const both = moves && rateOf(moves)
  return [shown(output), moves && shown(moves), outer && shown(outer), both && shown(both)]
}

function nested(f: F, x: number, w: number): Run {
  const { calls, first, second } = runNested(f, x, w)
  const rows = calls.map((call): Row => ({
    name: '',
    made: called(call.op, call.inputs.map(shown)),
    depth: call.depth,
    level: call.level,
    cells: corners(call),
  }))
  const steps = calls.map(({ level, output }, row): Step => ({
    act: level === 0 ? 'ground' : 'level',
    row,
    made: shown(output),
  }))
  return {
    rows,
    steps,
    result: [
      { of: 'byX', text: shown(first) },
      { of: 'second', text: shown(second) },
    ],
  }
}

const runs: Readonly<Record<Mode, (f: F, x: number, w: number) => Run>> = { forward, reverse, nested }

/** What stands in a row's cells once the steps up to `index` are done; undefined is not known yet. */
function known(mode: Mode, { rows, steps }: Run, index: number): Row[] {
  const done = steps.slice(0, index + 1)
  if (mode === 'nested') return rows.slice(0, done.length)
  const inputs = rows.filter(({ made }) => made === '').length
  return rows.map((row, k) => {
    const last = (...acts: Act[]) => done.findLast((step) => acts.includes(step.act) && step.row === k)
    if (mode === 'forward')
      return k < inputs ? row : { ...row, cells: [last('value')?.made, last('rate')?.made] }
    const gathers = done.findLast((step) => step.act === 'gather' && step.to === k)
    const gathered = last('arrive')?.made ?? gathers?.made
    return { ...row, cells: [k < inputs ? row.cells[0] : last('record')?.made, gathered] }
  })
}

/** All that the figure shows: a real run of the core on this program, and how far it is after so many steps. */
export function model({ f, x, w, mode, step }: State): Scene {
  const fn = functionFrom(f, names, hues)
  const run = runs[mode]((a, b) => fn.run({ x: a, w: b }), x, w)
  const index = Math.min(step, run.steps.length - 1)
  return { fn, steps: run.steps, index, rows: known(mode, run, index), result: run.result }
}
