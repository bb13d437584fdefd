import { add, jvp, mul, parse, type Tensor, type TensorLike } from '@/autodiff'

export type Values = Readonly<Record<string, TensorLike>>

/** A number to predict: of an expression at a point, and, where a nudge is given, of how far it moves. */
export type Asked = { of: string; at: Values; nudge?: Values | undefined }

/** What the core makes of it. `linear` is slope times nudge, `slope` that slope where one single number is nudged. */
export type Measured = {
  before: number
  change?: { after: number; linear: number; true: number; remainder: number; slope?: number }
}

const number = (value: Tensor, of: string) => {
  const [found] = value.data
  if (value.size === 1 && found !== undefined && Number.isFinite(found)) return found
  throw new Error(`“${of}” should come to one finite number, and comes to ${JSON.stringify(value.toArray())}`)
}

/**
 * The value of an expression, or its change under a nudge beside what its derivative predicts. Names that `nudge` leaves
 * out rest. Throws where the expression can't be read or comes to anything but one finite number.
 */
export function measure({ of, at, nudge }: Asked): Measured {
  const { f } = parse(of, { names: Object.keys(at) })
  const before = number(f(at), of)
  if (!nudge) return { before }
  const stray = Object.keys(nudge).find((name) => !Object.hasOwn(at, name))
  if (stray !== undefined) throw new Error(`the nudge moves “${stray}”, which has no value in “at”`)
  const steps = Object.entries(at).map(([name, value]) => ({ name, value, by: nudge[name] ?? mul(0, value) }))
  const moves = Object.fromEntries(steps.map(({ name, by }) => [name, by]))
  const moved = Object.fromEntries(steps.map(({ name, value, by }) => [name, add(value, by)]))
  const linear = number(jvp((env: Record<string, Tensor>) => f(env), [at], [moves])[1], of)
  const after = number(f(moved), of)
  const change = after - before
  const [only, more] = Object.values(nudge)
  const slope = typeof only === 'number' && more === undefined && only !== 0 ? { slope: linear / only } : {}
  return { before, change: { after, linear, true: change, remainder: change - linear, ...slope } }
}
