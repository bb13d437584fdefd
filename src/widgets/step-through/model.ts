import { entryOf, nth } from '@/autodiff'
import { written } from '@/plot/equation'
import { letterNames, type LayerLetters } from '@/figure/pure'
import { settled } from '@/plot/format'
import { inLetters, nameOf } from '@/topics/letters/sentences'
import {
  differences,
  flip,
  largestGap,
  pass,
  sizes,
  sliceBy,
  type Layer,
  type Numbers,
} from '@/topics/linear-layer/model'
import { sentence, words } from './words'

export type Target = 'x' | 'w'
export type Place = { row: number; column: number }
export type State = Layer & Place & { target: Target; step: number }

export type Kind =
  'forward' | 'written' | 'arrives' | 'chain' | 'slice' | 'dot' | 'assemble' | 'recognize' | 'check'
/** One step of the derivation, the entry it is about, and the number that its equation has in the handout. */
export type Step = { kind: Kind; at: Place; equation: string }
/** A product in a dot product: an entry of ∂L/∂y times the entry of w (or x) beside it. */
export type Term = { dy: number; dySym: string; rate: number; rateSym: string }

const shape = (numbers: Numbers) => ({ rows: numbers.length, columns: numbers[0]?.length ?? 0 })

/** The entry after this one in reading order, round to the first; undefined if there is no other. */
function after(
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | undefined {
  if (rows * columns === 1) return undefined
  const k = (row * columns + column + 1) % (rows * columns)
  return { row: Math.floor(k / columns), column: k % columns }
}

/** The derivation as data, to be scrubbed: equations (1) to (12) of the handout in order, and a check. */
export function stepsOf({ target, ...layer }: State, first: Place): Step[] {
  const next = after(first, shape(layer[target]))
  const about = (at: Place, equations: [string, string, string]): Step[] => [
    { kind: 'chain', at, equation: equations[0] },
    { kind: 'slice', at, equation: equations[1] },
    { kind: 'dot', at, equation: equations[2] },
  ]
  return [
    { kind: 'forward', at: first, equation: '1, 2' },
    { kind: 'written', at: first, equation: '3' },
    { kind: 'arrives', at: first, equation: '' },
    ...about(first, ['4', '6', '8']),
    ...(next ? about(next, ['5', '7', '9']) : []),
    { kind: 'assemble', at: first, equation: '10, 11' },
    { kind: 'recognize', at: first, equation: '12' },
    { kind: 'check', at: first, equation: '' },
  ]
}

/** The products that make one entry of the gradient, along the one line of y that this entry moves. */
export function terms(state: State, { row, column }: Place, dy: Numbers, slice: Numbers): Term[] {
  const { N, M } = sizes(state)
  const along = Array.from({ length: state.target === 'x' ? M : N }, (_, k) =>
    state.target === 'x'
      ? { i: row, j: k, rateSym: `w.${column + 1}.${k + 1}` }
      : { i: k, j: column, rateSym: `x.${k + 1}.${row + 1}` },
  )
  return along.map(({ i, j, rateSym }) => ({
    dy: entryOf(dy, i, j),
    dySym: `dy.${i + 1}.${j + 1}`,
    rate: entryOf(slice, i, j),
    rateSym,
  }))
}

/** An entry of y as products of x and w. */
function writtenOut({ x, w }: State, y: Numbers, [row, column]: readonly [number, number]) {
  const products = w.map((line, d) => [entryOf(x, row, d), nth(line, column)])
  return written(products, entryOf(y, row, column))
}

const order: readonly Kind[] = [
  'forward',
  'written',
  'arrives',
  'chain',
  'slice',
  'dot',
  'assemble',
  'recognize',
  'check',
]
const since = (kind: Kind, first: Kind) => order.indexOf(kind) >= order.indexOf(first)

/** What the backward row holds by a step: nothing stands there before the derivation has come to it. */
const shownAt = (kind: Kind) => ({
  arrived: since(kind, 'arrives'),
  /** The slice beside ∂L/∂y, and the one number that the two make. */
  slice: kind === 'chain' || kind === 'slice' || kind === 'dot',
  sliceKnown: kind === 'slice' || kind === 'dot',
  dotKnown: kind === 'dot',
  turned: since(kind, 'recognize'),
})

/** Which cells are in play at a step, by the matrix they stand in. */
export function inPlay({ target }: State, { kind, at: { row, column } }: Step) {
  const x = target === 'x'
  const here = (i: number, j: number) => i === row && j === column
  const line = (i: number, j: number) => (x ? i === row : j === column)
  const source = (i: number, j: number) => (x ? i === column : j === row)
  const none = () => false
  const all = () => true
  const when = (kinds: Kind[], yes: (i: number, j: number) => boolean) => (kinds.includes(kind) ? yes : none)
  const inWritten = (name: 'x' | 'w' | 'y') => (i: number, j: number) =>
    (name === 'w' || i === (x ? row : 0)) && (name === 'x' || j === (x ? 0 : column))
  const own = when(['chain', 'slice'], here)
  const other = when(['slice', 'dot'], source)
  return {
    x: kind === 'written' ? inWritten('x') : x ? own : other,
    w: kind === 'written' ? inWritten('w') : x ? other : own,
    y: kind === 'written' ? inWritten('y') : when(['arrives'], all),
    dy: kind === 'arrives' ? all : when(['dot', 'recognize'], line),
    slice: when(['slice', 'dot'], line),
    turned: when(['recognize'], (i, j) => (x ? j === column : i === row)),
    /** The entries of y that a nudge of the entry moves. */
    moves: when(['slice'], line),
    gradient: kind === 'assemble' || kind === 'check' ? all : when(['chain', 'dot', 'recognize'], here),
  }
}

/** Everything that the figure shows, from the reader's numbers. */
export function model(state: State, letters: LayerLetters = 'handout') {
  const { target } = state
  const { rows, columns } = shape(state[target])
  const first = { row: Math.min(state.row, rows - 1), column: Math.min(state.column, columns - 1) }
  const steps = stepsOf(state, first)
  const index = Math.min(state.step, steps.length - 1)
  const step = steps[index] ?? { kind: 'forward' as const, at: first, equation: '' }
  const numbers = pass(state)
  const slice = sliceBy(state, target, step.at.row, step.at.column)
  const gradient = target === 'x' ? numbers.dx : numbers.dw
  const done = steps.slice(0, index + 1)
  const known = ({ row, column }: Place) =>
    done.some(
      ({ kind, at }) => kind === 'assemble' || (kind === 'dot' && at.row === row && at.column === column),
    )
  const gap = largestGap(gradient, differences(state, target))
  const products = terms(state, step.at, numbers.dy, slice)
  const value = settled(entryOf(gradient, step.at.row, step.at.column))
  const writtenAt = target === 'x' ? ([step.at.row, 0] as const) : ([0, step.at.column] as const)
  return {
    steps,
    names: steps.map(stepName(target, letters)),
    index,
    step,
    first,
    ...numbers,
    slice,
    gradient: gradient.map((line, row) => line.map((rate, column) => (known({ row, column }) ? rate : null))),
    turned: flip(target === 'x' ? state.w : state.x),
    products,
    value,
    /** The entry as the sum that it is. */
    sum: written(
      products.map(({ dy, rate }) => [dy, rate]),
      value,
    ),
    /** The entry of y that is written out, and its sum. */
    writtenAt,
    written: writtenOut(state, numbers.y, writtenAt),
    shown: shownAt(step.kind),
    gap,
    active: inPlay(state, step),
    says: inLetters(sentence(state, step, { products, value, L: numbers.L, gap }, letters), letters),
  }
}

const courseWords = (letters: LayerLetters) => ({
  equation: letterNames[letters].equation,
  weight: nameOf('w', letters),
})

/** What a screen reader hears while the slider walks. */
const stepName =
  (target: Target, letters: LayerLetters) =>
  ({ kind, at }: Step): string => {
    const name = nameOf(`${target}.${at.row + 1}.${at.column + 1}`, letters)
    const { equation, weight } = courseWords(letters)
    const names: Record<Kind, string> = {
      forward: words.stepForward(equation),
      written: words.stepWritten,
      arrives: words.stepArrives,
      chain: words.stepChain(name),
      slice: words.stepSlice(name),
      dot: words.stepDot(name),
      assemble: words.stepAll(target === 'w' ? weight : target),
      recognize: words.stepRecognize,
      check: words.stepCheck,
    }
    return names[kind]
  }
