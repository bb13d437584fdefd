import {
  checkGrads,
  moving,
  nth,
  primitives,
  random,
  sample,
  vjp,
  Tensor,
  type Check,
  type Primitive,
} from '@/autodiff'
import { shapeText } from '@/plot/format'
import { damaged, type Damage } from './damage'

export type State = { op: string; damage: Damage }

/** What one op's check came to. */
export type Report = {
  name: string
  /** For each kind of comparison, the one that is worst over all test points. */
  lines: readonly Line[]
  comparisons: number
  ok: boolean
  /** The largest error, in units of what is allowed. */
  worst: number
  /** Whether the broken rule gives other numbers than the right one; where it doesn't, there is nothing to find. */
  changed: boolean
}
export type Line = Check & { shapes: string }

export const names: readonly string[] = [...primitives.keys()].toSorted()

export function opOf(name: string): Primitive {
  const op = primitives.get(name)
  if (!op) throw new RangeError(`there is no op ${name}`)
  return op
}

/** An error in units of what is allowed. */
export const far = ({ error, tolerance }: Check): number => (error === 0 ? 0 : error / tolerance)

/** Each of an op's test points, with lengths of 2 or 3, and the op as a function of the inputs that may move there. */
function points(name: string, damage: Damage) {
  const op = opOf(name)
  return op.points.map((point, k) => {
    const drawn = sample({ ...point, least: 2 }, k + 1)
    const { f, xs } = moving(damaged(op, damage), point, drawn)
    const right = moving(op, point, drawn).f
    return { f, right, xs, shapes: xs.map(({ shape }) => shapeText(shape)).join(', ') }
  })
}

/** Whether two functions pull the same cotangent back to other numbers. */
function differ(f: Point['f'], right: Point['f'], xs: Tensor[]): boolean {
  const next = random(7)
  const [y, pullback] = vjp(f, xs)
  const g = new Tensor(
    Float64Array.from(y.data, () => 2 * next() - 1),
    y.shape,
  )
  const [mine, wanted] = [pullback(g), vjp(right, xs)[1](g)]
  return mine.some(({ data }, k) =>
    data.some((value, j) => Math.abs(value - nth(nth(wanted, k).data, j)) > 1e-9),
  )
}
type Point = ReturnType<typeof points>[number]

/** Of all comparisons of one kind, the worst. */
function worstOfEach(all: readonly Line[]): Line[] {
  const found = new Map<string, Line>()
  for (const line of all) {
    const before = found.get(line.modes)
    if (!before || far(line) > far(before)) found.set(line.modes, line)
  }
  return [...found.values()]
}

/** Checks an op, whole or broken, at each of its test points: to first order, or to second where it is whole. */
export function report(name: string, damage: Damage, order: 1 | 2 = 1): Report {
  const at = points(name, damage)
  const all = at.flatMap(({ f, xs, shapes }) =>
    checkGrads(f, xs, { order: damage === 'none' ? order : 1 }).checks.map((check) => ({ ...check, shapes })),
  )
  return {
    name,
    lines: worstOfEach(all),
    comparisons: all.length,
    ok: all.every(({ ok }) => ok),
    worst: Math.max(0, ...all.map(far)),
    changed: damage !== 'none' && at.some(({ f, right, xs }) => differ(f, right, xs)),
  }
}

/** What is known of all ops: those that were checked, how many comparisons that took, and which failed. */
export function summary(reports: ReadonlyMap<string, Report>) {
  const all = [...reports.values()]
  return {
    checked: all.length,
    comparisons: all.reduce((sum, { comparisons }) => sum + comparisons, 0),
    failed: all.filter(({ ok }) => !ok).map(({ name }) => name),
    /** The largest error of those that hold. */
    worst: Math.max(0, ...all.filter(({ ok }) => ok).map(({ worst }) => worst)),
  }
}
