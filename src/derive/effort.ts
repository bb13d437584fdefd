import { nthOr } from '../autodiff/index.ts'
import type { Program } from './program.ts'
import { axisOf, type Axis, type Dim, type Entry, type Expr, type Index } from './tree.ts'
import { lengthOf, type Sizes } from './value.ts'

type Letters = ReadonlyMap<number, number>

/** Adds up how many numbers `evaluate` makes, in the order in which it makes them; nothing is computed. */
class Effort {
  numbers = 0

  constructor(
    private readonly shapes: ReadonlyMap<string, readonly Dim[]>,
    private readonly sizes: Sizes,
  ) {}

  private length({ dim }: Pick<Axis, 'dim'>): number {
    return Math.max(0, lengthOf(dim, this.sizes))
  }

  /** A value with these letters is made. */
  private makes(...letters: readonly Letters[]): Letters {
    const all = new Map(letters.flatMap((one) => [...one]))
    this.numbers += [...all.values()].reduce((n, length) => n * length, 1)
    return all
  }

  private ofIndex({ parts }: Index): Letters {
    return new Map(parts.map(({ axis }) => [axis.id, this.length(axis)]))
  }

  private entry({ name, at }: Entry): Letters {
    const shape = this.shapes.get(name) ?? []
    const taken = new Map<number, number>()
    const picks: [Letters, id: number][] = []
    for (const [k, index] of at.entries()) {
      const [plain, length] = [axisOf(index), lengthOf(nthOr<Dim>(shape, k, 1), this.sizes)]
      const id = plain && !taken.has(plain.id) ? plain.id : -k - 1
      taken.set(id, length)
      if (id < 0) picks.push([this.ofIndex(index), id])
    }
    return picks.reduce<Letters>((known, [letters, id]) => {
      const all = new Map(this.makes(known, letters))
      all.delete(id)
      return all
    }, taken)
  }

  /** A product under its sum, each letter summed as soon as nothing more has it. */
  private product(over: readonly Axis[], of: readonly Expr[]): Letters {
    const parts = of.map((part) => this.of(part))
    return parts.reduce<Letters>((known, part, k) => {
      const all = new Map(this.makes(known, part))
      for (const { id } of over) if (!parts.slice(k + 1).some((later) => later.has(id))) all.delete(id)
      return all
    }, new Map())
  }

  of(e: Expr): Letters {
    switch (e.kind) {
      case 'entry':
        return this.entry(e)
      case 'delta':
        return this.makes(this.ofIndex(e.a), this.ofIndex(e.b), new Map([[0, 64]]))
      case 'sum':
        return this.product(e.over, e.body.kind === 'mul' ? e.body.of : [e.body])
      case 'mul':
        return this.product([], e.of)
      case 'add':
      case 'call':
        return this.makes(...e.of.map((part) => this.of(part)))
      case 'pow':
        return this.makes(this.of(e.base), this.of(e.power))
      case 'row': {
        const all = new Map(
          this.makes(
            this.of(e.body),
            new Map([[e.over.id, this.length(e.over)]]),
            e.at ? this.ofIndex(e.at) : new Map(),
          ),
        )
        if (!e.at || axisOf(e.at)?.id !== e.over.id) all.delete(e.over.id)
        return all
      }
      default:
        return new Map()
    }
  }
}

/** How many numbers are made, at the most, when a program runs forwards at these sizes. Nothing is computed. */
export function effortOf({ nodes, names }: Program, sizes: Sizes): number {
  const shapes = new Map([
    ...names.shapes,
    ...nodes.map(({ name, axes }) => [name, axes.map(({ dim }) => dim)] as const),
  ])
  const effort = new Effort(shapes, sizes)
  for (const { body } of nodes) effort.of(body)
  return effort.numbers
}
