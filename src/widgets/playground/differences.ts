import { jvp, nth, Tensor, vjp } from '@/autodiff'
import { applied } from '@/derive'
import { words } from './words'

/** A tensor as it travels to a worker. */
export type Plain = { readonly shape: readonly number[]; readonly data: readonly number[] }
export const plain = ({ shape, data }: Tensor): Plain => ({ shape, data: [...data] })
const tensorOf = ({ shape, data }: Plain): Tensor => new Tensor(Float64Array.from(data), [...shape])

export type Question = {
  readonly source: string
  readonly of: string
  readonly inputs: Readonly<Record<string, Plain>>
  readonly arriving: Plain
}

export type Checked = {
  readonly shape: readonly number[]
  /** Entry by entry: by reverse mode, by forward mode, and by central differences. */
  readonly reverse: readonly number[]
  readonly forward: readonly number[]
  readonly numeric: readonly number[]
  /** The place of the entry at which differences and reverse mode are furthest apart, from 0. */
  readonly worst: number
  /** How far they are apart there at each step h. */
  readonly errors: readonly { readonly h: number; readonly error: number }[]
}

/** Entries of one input that are checked at most, and the step that they are moved by. */
export const [mostChecked, step] = [200, 1e-5]

const dot = (a: Tensor, b: Tensor): number =>
  [...a.data].reduce((sum, value, k) => sum + value * nth(b.data, k), 0)

/** The gradient by one input in both modes and by central differences, entry by entry. Throws a sentence for too many. */
export function gradientsChecked({ source, of, inputs, arriving }: Question): Checked {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, tensorOf(value)]))
  const { [of]: x } = given
  if (!x) throw new Error(words.noSuchInput(of))
  if (x.size > mostChecked) throw new RangeError(words.tooManyChecked(of, x.size, mostChecked))
  const weights = tensorOf(arriving)
  const f = (value: Tensor): Tensor => applied(source, { ...given, [of]: value })
  const [, pullback] = vjp(f, [x])
  const [gradient] = pullback(weights) as readonly Tensor[]
  const places = Array.from({ length: x.size }, (_, k) => k)
  const moved = (k: number, by: number): Tensor => {
    const data = Float64Array.from(x.data)
    data[k] = nth(data, k) + by
    return new Tensor(data, x.shape)
  }
  const only = (k: number): Tensor =>
    new Tensor(
      Float64Array.from(x.data, (_, j) => (j === k ? 1 : 0)),
      x.shape,
    )
  const central = (k: number, h: number): number =>
    (dot(f(moved(k, h)), weights) - dot(f(moved(k, -h)), weights)) / (2 * h)
  const reverse = places.map((k) => nth(gradient?.data ?? [], k))
  const forward = places.map((k) => dot(jvp(f, [x], [only(k)])[1] as Tensor, weights))
  const numeric = places.map((k) => central(k, step))
  const apart = places.map((k) => Math.abs(nth(numeric, k) - nth(reverse, k)))
  const worst = apart.reduce((most, value, k) => (value > nth(apart, most) ? k : most), 0)
  const errors = Array.from({ length: 27 }, (_, k) => 10 ** (-k / 2)).map((h) => ({
    h,
    error: Math.abs(central(worst, h) - nth(reverse, worst)),
  }))
  return { shape: x.shape, reverse, forward, numeric, worst, errors }
}
