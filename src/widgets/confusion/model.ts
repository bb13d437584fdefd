import { bind, jvp, mul, parse, tensor, Tensor, type Primitive } from '@/autodiff'
import { Tracer, type Level } from '@/autodiff/core/primitive'
import { moved } from '@/autodiff/core/forward'
import type { Preset } from '@/figure/pure'
import { slopeOf } from '@/topics/checking/slopeOf'

export type State = { g: string; x: number; y: number }
export const names = ['x', 'y'] as const
export const presets: readonly Preset[] = [
  { source: 'x + y', name: 'x + y' },
  { source: 'x * y', name: 'x y' },
  { source: 'x * y^2', name: 'x y²' },
  { source: 'sin(x * y)', name: 'sin(x y)' },
  { source: 'y^2', name: 'y², without x' },
]

type Two = (x: Tensor, y: Tensor) => Tensor
/** The derivative of a function of one number: one way of taking it or the other. */
type Derive = (f: (x: Tensor) => Tensor, at: Tensor) => Tensor

/** As the core does it: each derivative has a level of its own. */
const numbered: Derive = (f, at) => jvp(f, [at], [tensor(1)])[1]

/** A value with a rate, which does not say whose rate it is. */
class Nameless extends Tracer {
  constructor(
    level: Level,
    primal: Tensor,
    readonly rate: Tensor,
  ) {
    super(level, primal)
  }
}
const primalOf = (value: Tensor): Tensor => (value instanceof Nameless ? value.primal : value)
const rateOf = (value: Tensor): Tensor | undefined => (value instanceof Nameless ? value.rate : undefined)

/** The core's forward mode but for one thing: a single level serves all derivatives. */
const only: Level = {
  id: Number.MAX_SAFE_INTEGER,
  process(op: Primitive, args: readonly Tensor[], params: unknown): Tensor {
    const inputs = args.map(primalOf)
    const output = bind(op, inputs, params)
    const rate = moved(op, args.map(rateOf), { inputs, output, params })
    return rate === undefined ? output : new Nameless(only, output, rate)
  },
}
const confused: Derive = (f, at) => rateOf(f(new Nameless(only, primalOf(at), tensor(1)))) ?? tensor(0)

/** x · ∂g/∂y at (x, y), with the derivative taken in one way. */
const inside =
  (g: Two, y: number, derive: Derive) =>
  (x: Tensor): Tensor =>
    mul(
      x,
      derive((b) => g(x, b), tensor(y)),
    )

export type Scene = {
  /** ∂g/∂y, and what the inner derivative gives where the outer one is under way. */
  inner: { right: number; confused: number }
  /** d/dx of x · ∂g/∂y. */
  outer: { right: number; confused: number }
  /** The same by differences of x · ∂g/∂y; null where the two sides differ. */
  differences: number | null
  differ: boolean
}

/** The worked example: a derivative within a derivative, with numbered levels and with a single one. */
export function model({ g: text, x, y }: State): Scene {
  const { f } = parse(text, { names, numbers: true })
  const g: Two = (a, b) => f({ x: a, y: b })
  const alone = inside(g, y, numbered)
  const at = (shift: number): number => alone(tensor(x + shift)).item()
  const withLevels = numbered(alone, tensor(x)).item()
  const without = confused(inside(g, y, confused), tensor(x)).item()
  const within = new Nameless(only, tensor(x), tensor(1))
  return {
    inner: {
      right: numbered((b) => g(tensor(x), b), tensor(y)).item(),
      confused: confused((b) => g(within, b), tensor(y)).item(),
    },
    outer: { right: withLevels, confused: without },
    differences: slopeOf(at, 1e-5),
    differ: !(Math.abs(withLevels - without) <= 1e-9 * Math.max(1, Math.abs(withLevels))),
  }
}
