import { derive, jacobian } from '@/derive'
import { shapeOf, shareOf } from '@/plot/jacobianShape'

/** An operation, and which of its inputs is nudged. */
type Operation = { readonly name: string; readonly text: string; readonly of: string }

/** What networks are made of, each with the input whose Jacobian is looked at. */
export const operations: readonly Operation[] = [
  { name: 'an elementwise function', text: 'x: N×D\ny = relu(x)', of: 'x' },
  { name: 'a transpose', text: 'x: N×D\ny = xᵀ', of: 'x' },
  { name: 'a sum over an axis', text: 'x: N×D\ny[d] = Σ_n x[n,d]', of: 'x' },
  { name: 'a bias, by the bias', text: 'x: N×M\nb: M\ny = x + b', of: 'b' },
  { name: 'a scale, by the scale', text: 'x: N×D\ng: D\ny = x * g', of: 'g' },
  { name: 'a matrix product, by the left', text: 'x: N×D\nw: D×M\ny = x w', of: 'x' },
  { name: 'a matrix product, by the right', text: 'x: N×D\nw: D×M\ny = x w', of: 'w' },
  { name: 'softmax of each row', text: 'x: N×D\ny = softmax(x, axis=1)', of: 'x' },
  {
    name: 'a convolution, by its kernel',
    text: 'x: T×C\nw: K×C×O\ny[t,o] = Σ_k Σ_c x[t+k,c] w[k,c,o]',
    of: 'w',
  },
]

export type Row = {
  readonly name: string
  /** (N × M) × (N × D) */
  readonly shape: string
  /** ∂y[n,m]/∂x[i,d] = …, and the gradient without the Jacobian, as TeX. */
  readonly entry: string
  readonly gradient: string
  /** The share of entries that need not be 0, in its lowest terms: "1 in N·D", "all". */
  readonly share: string
}

/** A row of the table for an operation, all of it from its program. */
export function rowOf({ name, text, of }: Operation): Row {
  const found = jacobian(text, of)
  const { tex = '' } = derive(text, of).lines.at(-1) ?? {}
  return {
    name,
    shape: shapeOf(found),
    entry: found.tex,
    gradient: tex,
    share: shareOf(found),
  }
}
