import { matmul, nth, pieces, reshape, transpose, type Piece, type Tensor } from '@/autodiff'
import type { Layout } from '@/figure/pure'

/** The two factors of the chain rule, in the order in which they multiply where a Jacobian is laid out so. */
const orders: Readonly<Record<Layout, readonly ['dy', 'J'] | readonly ['J', 'dy']>> = {
  'output-first': ['dy', 'J'],
  'input-first': ['J', 'dy'],
}

export const orderOf = (layout: Layout) => orders[layout]

const size = (shape: readonly number[]) => shape.reduce((all, length) => all * length, 1)

/**
 * A generalized Jacobian, axes of the output before those of the input as the core gives it, as the matrix that it is
 * in a layout: a row for each entry of the output, or a row for each entry of the input.
 */
export function flatIn(layout: Layout, jacobian: Tensor, rank: number): Tensor {
  const [outputs, inputs] = [size(jacobian.shape.slice(0, rank)), size(jacobian.shape.slice(rank))]
  const flat = reshape(jacobian, [outputs, inputs])
  return layout === 'output-first' ? flat : transpose(flat)
}

/** The gradient that arrives, laid flat as the layout needs it: a row before the Jacobian, or a column behind it. */
export const arrivingIn = (layout: Layout, dy: Tensor): Tensor =>
  reshape(dy, layout === 'output-first' ? [1, dy.size] : [dy.size, 1])

/** ∂L/∂input by the chain rule in a layout: a row, or a column. */
export function chained(layout: Layout, jacobian: Tensor, dy: Tensor): Tensor {
  const factors = { J: flatIn(layout, jacobian, dy.rank), dy: arrivingIn(layout, dy) }
  const [left, right] = orders[layout]
  return matmul(factors[left], factors[right])
}

const rate = (of: string, by: string, role?: string): Piece => {
  const letter = (text: string) => pieces.row(pieces.letter('∂'), pieces.letter(text))
  const set = pieces.fraction(letter(of), letter(by))
  return role === undefined ? set : pieces.hue(role, set)
}

/** ∂L/∂x = ∂L/∂y · ∂y/∂x, or with its factors the other way round. */
export function chainRuleIn(layout: Layout, by: { letter: string; role: string }): Piece {
  const factors = { dy: rate('L', 'y', 'y'), J: rate('y', by.letter) }
  const [left, right] = orders[layout]
  return pieces.row(
    rate('L', by.letter, by.role),
    pieces.sign('='),
    factors[left],
    pieces.space(),
    factors[right],
  )
}

/** What meets what in shapes: the 1 is the loss. */
export function chainShapesIn(layout: Layout, output: string, input: string): string {
  const groups = layout === 'output-first' ? ['1', output, input] : [input, output, '1']
  const [a, b, c] = groups.map((group) => `(${group.replaceAll('×', '\u00a0×\u00a0')})`)
  return `${a} × ${b} · ${b} × ${c} → ${nth(groups, 0) === '1' ? `(1) × ${c}` : `${a} × (1)`}`
}
