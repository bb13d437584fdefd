import type { Dim } from './tree.ts'

/** A summed index joins what has it; one that is not summed has an end that is free. Letters that a δ equates are one wire. */
export interface Wire {
  readonly letters: readonly string[]
  readonly size: Dim
}

/** What wires end in; `legs` are the numbers of its wires, one for each of its axes. */
export type Node =
  | { readonly kind: 'tensor'; readonly name: string; readonly legs: readonly number[] }
  /** Where a tensor was: the ends of its wires are free, in the order of its axes. */
  | { readonly kind: 'hole'; readonly name: string; readonly legs: readonly number[] }
  /** 1 where its indices stand as `says` has it, else 0: t+k, or place 0. */
  | { readonly kind: 'place'; readonly index: Place; readonly name: string; readonly legs: readonly number[] }
  | Bubble

/** A function round what it acts on, its values beside each other; without a name, brackets. */
export interface Bubble {
  readonly kind: 'bubble'
  readonly name: string
  readonly legs: readonly number[]
  readonly inside: readonly Diagram[]
  /** How many of the free ends within stop at the rim, because the function takes all places of them. */
  readonly closes: number
}

/** The first leg stands where the others, each with its sign, and a number add up to. */
export interface Place {
  readonly signs: readonly (1 | -1)[]
  readonly plus: number
}

/** A product: its number and sizes, its nodes, its wires, and those of them that have a free end, axis by axis. */
export interface Product {
  readonly factor: string
  readonly nodes: readonly Node[]
  readonly wires: readonly Wire[]
  readonly free: readonly number[]
}

/** Products that are added. */
export type Diagram = readonly Product[]

/** The products without one tensor, once for each place where it stands by itself: its wires end where it was. */
export function withoutNode(diagram: Diagram, name: string): Diagram {
  return diagram.flatMap((product) =>
    product.nodes.flatMap((node, k) =>
      node.kind === 'tensor' && node.name === name
        ? [{ ...product, nodes: product.nodes.with(k, { ...node, kind: 'hole' as const }) }]
        : [],
    ),
  )
}

/** The diagrams with a tensor on all their free ends: ∂L/∂y on those of y. */
export function hung(diagram: Diagram, name: string): Diagram {
  return diagram.map((product) => ({
    ...product,
    nodes: [...product.nodes, { kind: 'tensor' as const, name, legs: product.free }],
    free: [],
  }))
}

/** The axes of what a product is: its free ends, or those of its hole after them. */
const axesOfProduct = ({ free, nodes }: Product): readonly number[] => [
  ...free,
  ...nodes.flatMap((node) => (node.kind === 'hole' ? node.legs : [])),
]

/** The same value without a sign of where something was: the ends of a hole's wires are free ends like others. */
export const healed = (product: Product): Product => ({
  ...product,
  free: axesOfProduct(product),
  nodes: product.nodes.filter(({ kind }) => kind !== 'hole'),
})
