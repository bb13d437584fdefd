import { onePass } from './code.ts'
import { lettersOf, matParts, someMat, type Mat } from './mat.ts'
import { product } from './jacobian.ts'
import type { Program } from './program.ts'
import type { Axis, Dim } from './tree.ts'

/** What both passes take, as formulas of the sizes; see `exactly` for their numbers. */
export interface Costs {
  /** Operations of the forward pass: an addition, a multiplication or a function of one entry is one. */
  readonly forward: string
  /** Operations of the backward pass, all gradients together. */
  readonly backward: string
  /** The values that the backward pass uses, which must be kept until then. */
  readonly kept: readonly Kept[]
}

export interface Kept {
  readonly name: string
  readonly shape: readonly Dim[]
  /** It is an input, and not made on the way. */
  readonly input: boolean
}

const union = (parts: readonly Mat[]): Axis[] => [
  ...new Map(parts.flatMap(lettersOf).map((a) => [a.id, a])).values(),
]

/** Adds up operations, times a product of lengths each. */
class Count {
  private readonly terms = new Map<string, number>()

  private add(times: number, letters: readonly Axis[]): void {
    const dims = letters.map(({ dim }) => dim).sort((a, b) => String(a).localeCompare(String(b)))
    const one = product(dims)
    if (times > 0) this.terms.set(one, (this.terms.get(one) ?? 0) + times)
  }

  /** A product of matrices from left to right: a multiplication and an addition for each pair that meets. */
  private chain(all: readonly Mat[], left: readonly Axis[]): void {
    const stays = (a: Axis, from: number): boolean =>
      left.some(({ id }) => id === a.id) ||
      all.slice(from).some((m) => lettersOf(m).some(({ id }) => id === a.id))
    all.reduce<Axis[]>((known, m, k) => {
      if (k === 0) return lettersOf(m)
      const met = [...new Map([...known, ...lettersOf(m)].map((a) => [a.id, a])).values()]
      this.add(2, met)
      return met.filter((a) => stays(a, k + 1))
    }, [])
  }

  of(m: Mat): this {
    for (const part of matParts(m)) this.of(part)
    const letters = lettersOf(m)
    switch (m.op) {
      case 'matmul':
        this.chain(m.all, letters)
        break
      case 'einsum':
        // An entry that is looked up where two places agree costs nothing.
        if (!m.all.some(({ op }) => op === 'where')) this.add(2 * (m.all.length - 1), union(m.all))
        break
      case 'times':
        // A sign is no multiplication.
        this.add(m.all.filter((part) => part.op !== 'num' || Math.abs(part.value) !== 1).length - 1, letters)
        break
      case 'plus':
        this.add(m.all.length - 1, letters)
        break
      case 'over':
      case 'pow':
      case 'call':
      case 'outer':
        this.add(1, letters)
        break
      case 'sum':
      case 'mean':
      case 'max':
        this.add(1, lettersOf(m.of))
        break
      case 'logsumexp':
        this.add(3, lettersOf(m.of))
        break
      case 'softmax':
        this.add(4, letters)
        break
      default:
    }
    return this
  }

  /** 2·D·M·N + M·N; what is done once for all of it is left out beside what is done for each entry. */
  get text(): string {
    const all = [...this.terms].filter(([one]) => one !== '1')
    const written = all.length ? all : [...this.terms]
    const length = (one: string): number => one.split('·').length
    return (
      written
        .sort(([a], [b]) => length(b) - length(a))
        .map(([one, times]) => (times === 1 ? one : one === '1' ? String(times) : `${times}·${one}`))
        .join(' + ') || '0'
    )
  }
}

const counted = (mats: readonly Mat[]): string => mats.reduce((count, m) => count.of(m), new Count()).text

/** What the passes of a layer take, told from its shapes alone: that of the code that `passes` writes. */
export function costsOf(program: Program): Costs {
  const { forward, backward } = onePass(program)
  const uses = (name: string): boolean =>
    backward.some(({ mat }) =>
      someMat(mat, (m) => (m.op === 'name' && m.name === name) || (m.op === 'ones' && m.like === name)),
    )
  const { inputs, nodes } = program
  return {
    forward: counted(forward.map(({ mat }) => mat)),
    backward: counted(backward.map(({ mat }) => mat)),
    kept: [
      ...inputs.map(({ name, shape }): Kept => ({ name, shape, input: true })),
      ...nodes.map(({ name, axes }): Kept => ({ name, shape: axes.map(({ dim }) => dim), input: false })),
    ].filter(({ name }) => uses(name)),
  }
}
