import * as core from '../autodiff/index.ts'
import type { Tensor } from '../autodiff/index.ts'
import { near, type Point } from './point.ts'
import type { Program } from './program.ts'
import { within, type Expr } from './tree.ts'
import { evaluate } from './value.ts'

const [copy, most] = ['′here', 6]

/** The expression once for each place where it has an entry of this name, that place alone under another name. */
function oneAtATime(e: Expr, name: string): Expr[] {
  const found: Expr[] = []
  const count = (part: Expr): number => {
    let places = 0
    const visit = (one: Expr): Expr => {
      if (one.kind === 'entry' && one.name === name) places++
      return within(one, visit)
    }
    visit(part)
    return places
  }
  const total = count(e)
  for (let k = 0; k < total; k++) {
    let seen = -1
    const visit = (one: Expr): Expr =>
      one.kind === 'entry' && one.name === name && ++seen === k ? { ...one, name: copy } : within(one, visit)
    found.push(visit(e))
  }
  return found
}

/** What comes back to a value from each place where the layer has it: together its gradient. */
function sharesAt({ nodes }: Program, { values, sizes }: Point, of: string): Tensor[] {
  const value = values.get(of)
  if (!value) return []
  return nodes.flatMap(({ name, axes, body }) => {
    const arrives = values.get(`d${name}`)
    if (!arrives) return []
    return oneAtATime(body, of).map((expr) => {
      const at = (moved: Tensor) =>
        evaluate(expr, axes, { values: new Map([...values, [copy, moved]]), sizes })
      const [, pullback] = core.vjp(at, [value])
      const [share] = pullback(arrives) as readonly Tensor[]
      return share ?? value
    })
  })
}

/** What to say where a value is what comes back from some of the places alone. */
export function sharesSay(
  program: Program,
  points: readonly Point[],
  of: string,
  values: readonly Tensor[],
): string | undefined {
  const shares = points.map((point) => sharesAt(program, point, of))
  const count = shares[0]?.length ?? 0
  if (count < 2 || count > most) return undefined
  const picked = Array.from({ length: (1 << count) - 2 }, (_, k) => k + 1)
  const sum = (all: readonly Tensor[], bits: number) =>
    all.filter((_, k) => bits & (1 << k)).reduce((a, b) => core.add(a, b))
  const some = picked.find((bits) => shares.every((all, k) => near(values[k] as Tensor, sum(all, bits))))
  if (some === undefined) return undefined
  const there = shares[0]?.filter((_, k) => some & (1 << k)).length ?? 0
  const lacks = count - there
  return `${of} stands in ${count} places of the layer, and what comes back from ${lacks === 1 ? 'one' : String(lacks)} of them is missing.`
}
