import { partsOf, type Axis, type Dim, type Expr, type Index } from './tree.ts'

const spare = ['i', 'j', 'k', 'l', 'p', 'q', 'r', 's', 'u', 'v', 'a', 'b', 'c', 'e', 'f', 'g', 'h']

/** Gives the letters of one line their names: each the one it would like, the next free one where that is taken. */
export class Letters {
  private readonly names = new Map<number, string>()
  private readonly taken = new Set<string>()

  /** `avoid` are names of tensors, which no letter takes unless it has no other. */
  constructor(private readonly avoid: ReadonlySet<string>) {}

  of({ id, base }: Axis): string {
    const known = this.names.get(id)
    if (known !== undefined) return known
    const all = [
      base,
      ...spare.filter((letter) => !this.avoid.has(letter)),
      ...spare.map((letter) => `${letter}′`),
    ]
    const name = all.find((letter) => !this.taken.has(letter)) ?? `${base}${id}`
    this.names.set(id, name)
    this.taken.add(name)
    return name
  }

  index({ parts, plus }: Index): string {
    const text = [...parts]
      .sort((a, b) => b.sign - a.sign)
      .map(({ axis, sign }, k) => (sign < 0 ? '-' : k ? '+' : '') + this.of(axis))
      .join('')
    return plus || !text ? `${text}${plus < 0 || !text ? '' : '+'}${plus}` : text
  }

  /** Names the letters of these expressions in order of appearance, those that stand free in the first of them first. */
  see(axes: readonly Axis[], ...exprs: readonly Expr[]): this {
    for (const a of axes) this.of(a)
    const visit = (e: Expr): void => {
      if (e.kind === 'sum') for (const a of e.over) this.of(a)
      partsOf(e).forEach(visit)
    }
    exprs.forEach(visit)
    return this
  }
}

/** Whether a size needs brackets in a product. */
export const compound = (dim: Dim): boolean => typeof dim === 'string' && /[+-]/.test(dim)

const short = (value: number): boolean => String(Math.abs(value)).length <= 6
const plain = (value: number): number => Number(value.toPrecision(12))

/** A number as a short one above the line and one below it, where it is one; else as it is. */
function apart(value: number): readonly [above: number, below: number] {
  if (short(value)) return [value, 1]
  const inverse = plain(1 / value)
  if (short(inverse)) return [Math.sign(value), Math.abs(inverse)]
  for (let below = 3; below < 100; below++) {
    const above = plain(value * below)
    if (Number.isInteger(above)) return [above, below]
  }
  return [value, 1]
}

/** A number as it stands in an exponent, where a fraction keeps to the line: 2/3. */
export function exponent(value: number): string {
  if (short(value)) return String(value)
  for (let below = 3; below < 100; below++) {
    const above = plain(value * below)
    if (Number.isInteger(above)) return `${above}/${below}`
  }
  return String(value)
}

/** Splits a product into what stands above a fraction's line and below it, sums last. */
export function fraction(of: readonly Expr[]): { value: number; above: Expr[]; below: Expr[] } {
  const result: { value: number; above: Expr[]; below: Expr[] } = { value: 1, above: [], below: [] }
  for (const f of of) {
    if (f.kind === 'num') result.value *= f.value
    else if (f.kind === 'pow' && f.power.kind === 'num' && f.power.value < 0)
      result.below.push(
        f.power.value === -1 ? f.base : { ...f, power: { kind: 'num', value: -f.power.value } },
      )
    else result.above.push(f)
  }
  const [above, below] = apart(result.value)
  result.value = above
  if (below !== 1) result.below.unshift({ kind: 'num', value: below })
  const reach = (e: Expr): number => (e.kind === 'sum' || e.kind === 'row' ? 1 : 0)
  result.above.sort((a, b) => reach(a) - reach(b))
  return result
}
