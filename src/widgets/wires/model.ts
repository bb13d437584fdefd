import { nth } from '@/autodiff'
import { derive, gradientWires, jacobian, layerWires, lineWires, readLayer, type Diagram } from '@/derive'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf, programIn } from '@/topics/letters/conventions'

export type State = {
  /** Whose gradient is wanted, and which tensor is taken out for it. */
  by: 'x' | 'w'
  step: number
}

export type Kind = 'product' | 'hole' | 'hung' | 'read'
export const kinds: readonly Kind[] = ['product', 'hole', 'hung', 'read']

/** One picture of the walk: a diagram, the equation that it is, and, at the end, why a factor lies transposed. */
export type Scene = {
  readonly kind: Kind
  readonly diagram: Diagram
  readonly text: string
  readonly tex: string
  readonly why: string
  /** The letters of the ends at the hole. */
  readonly hole: readonly string[]
}

/** From the product to the gradient: the tensor out, ∂L/∂y hung on, read back. All of it comes from the expression. */
export function model({ by: wanted, step }: State, letters: LayerLetters = 'handout'): Scene {
  const kind = nth(kinds, step)
  const convention = conventionOf(letters)
  const layer = programIn(convention, 'linear')
  const by = convention.letters[wanted]
  const [one] = gradientWires(layer, by)
  if (!one) throw new Error(`The layer has no product with ${by}.`)
  const { lines } = derive(layer, by)
  const entries = lines.findLast(({ form }) => form === 'indices')
  const matrices = lines.findLast(({ form }) => form === 'matrices')
  if (!entries || !matrices) throw new Error(`No product of matrices was found for ${by}.`)
  const [forward] = readLayer(layer).steps
  const [whole] = layerWires(layer)
  if (!forward || !whole) throw new Error('The layer has no step.')
  const rates = jacobian(layer, by)
  const [product] = one.hung
  const legs = product?.nodes.find((node) => node.kind === 'hole')?.legs ?? []
  const letter = (wire: number) => product?.wires[wire]?.letters[0] ?? ''
  const common = {
    kind,
    why: matrices.why,
    hole: legs.map(letter),
  }
  const pictures: Record<Kind, { diagram: Diagram; text: string; tex: string }> = {
    product: { diagram: whole.diagram, text: forward.text, tex: forward.tex },
    hole: { diagram: one.hole, text: rates.text, tex: rates.tex },
    hung: { diagram: one.hung, text: entries.text, tex: entries.tex },
    read: { diagram: lineWires(layer, entries.text) ?? [], text: matrices.text, tex: matrices.tex },
  }
  return { ...common, ...pictures[kind] }
}
