import { jvp, nth, observe, tensor, Tensor, type Primitive } from '@/autodiff'
import { backward, record, seed, type Gathered } from '@/autodiff/core/reverse'

/** A function of two numbers, made of ops. */
export type F = (x: Tensor, w: Tensor) => Tensor

/** A call of an op that some level ran; level 0 are plain numbers, 1 is the outer level, 2 the inner one. */
export type Call = {
  readonly op: string
  readonly level: number
  readonly depth: number
  readonly inputs: readonly Tensor[]
  readonly output: Tensor
}

/** How fast a value moves at its own level; undefined for one that no level of forward mode follows. */
export function rateOf(value: Tensor): Tensor | undefined {
  return 'tangent' in value && value.tangent instanceof Tensor ? value.tangent : undefined
}
/** A value as the level outside its own sees it. */
export const primalOf = (value: Tensor): Tensor =>
  'primal' in value && value.primal instanceof Tensor ? value.primal : value

/** Runs something with every call of an op told, in the order in which calls begin; levels tell theirs once watched. */
function watching<T>(run: (watch: (value: Tensor, level: number) => void) => T): { value: T; calls: Call[] } {
  const places: (Call | undefined)[] = []
  let depth = 0
  const told = (level: number, op: Primitive, inputs: readonly Tensor[], work: () => Tensor): Tensor => {
    const place = places.push(undefined) - 1
    depth++
    const output = work()
    depth--
    places[place] = { op: op.name, level, depth, inputs, output }
    return output
  }
  const watch = ({ level }: Tensor, number: number): void => {
    if (!level) throw new Error('a value without a level was to be watched')
    const process = level.process.bind(level)
    level.process = (op, inputs, params) => told(number, op, inputs, () => process(op, inputs, params))
  }
  const value = observe(
    () => run(watch),
    (op, { inputs, output }) => void told(0, op, inputs, () => output),
  )
  return { value, calls: places.filter((call) => call !== undefined) }
}

/** Forward mode, with x moving at rate 1 and w at rest: what it gives, and each op that its level ran. */
export function runForward(f: F, x: number, w: number) {
  let given: readonly Tensor[] = []
  const { value, calls } = watching((watch) =>
    jvp(
      (a: Tensor, b: Tensor) => {
        given = [a, b]
        watch(a, 1)
        return f(a, b)
      },
      [x, w],
      [1, 0],
    ),
  )
  return { given, calls: calls.filter(({ level }) => level === 1), value: value[0], rate: value[1] }
}

/** Forward mode within forward mode, by x both times: every call at every level, and the second derivative. */
export function runNested(f: F, x: number, w: number) {
  const { value, calls } = watching((watch) => {
    const inner = (a: Tensor): Tensor => {
      watch(a, 2)
      return f(a, tensor(w))
    }
    const outer = (a: Tensor): Tensor => {
      watch(a, 1)
      return jvp(inner, [a], [1])[1]
    }
    return jvp(outer, [x], [1])
  })
  return { calls, first: value[0], second: value[1] }
}

/** What the backward pass does at one node of the tape. */
export type Visited = {
  readonly id: number
  readonly arrives: Tensor
  readonly sends: readonly { readonly to: number; readonly value: Tensor; readonly gathered: Tensor }[]
}

/** Reverse mode: the tape as the core writes it, and the visits of its backward pass in order. */
export function runReverse(f: F, x: number, w: number) {
  const { tape, inputs, outputs } = record<[Tensor, Tensor], Tensor>(f, [x, w])
  const gathered: Gathered = new Array(tape.nodes.length)
  const end = tape.idOf(outputs)
  seed('pullback', gathered, end, outputs, tensor(1))
  const visits: Visited[] = []
  backward(tape.nodes, gathered, (id, arrives, sends) => void visits.push({ id, arrives, sends }))
  return { nodes: tape.nodes, inputs: inputs.map((input) => tape.idOf(input)), end, visits }
}

/** Names for values: those given, then v2, v3, … in the order of their making; plain numbers stand as they are. */
export function namer(given: readonly Tensor[], names: readonly string[]) {
  const known = new Map<Tensor, string>(given.map((value, k) => [value, nth(names, k)]))
  return {
    add: (value: Tensor): string => {
      const name = `v${known.size}`
      known.set(value, name)
      return name
    },
    of: (value: Tensor): string | undefined => known.get(value),
  }
}
