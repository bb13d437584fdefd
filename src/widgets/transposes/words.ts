import { shapeInLine } from '@/plot/format'
import type { Scene } from './model'

/** Why the product looks as it does, or what is wrong. */
export function sentence({ found, fault }: Scene): string {
  if (!found) return `This cannot be read yet. ${fault.sentence}`
  return found.why
}

/** What is wrong with the line of a link. */
export const unread = ({ fault }: Scene): string | undefined =>
  fault && `The link has an expression that cannot be read. ${fault.sentence}`

/** What the letters say of the shapes. */
export const shapesOf = (scene: Scene): string =>
  scene.found
    ? scene.found.shapes
        .map(({ name, shape }) => `${name} is ${shape.length > 0 ? shapeInLine(shape) : 'a scalar'}`)
        .join(', ')
    : ''

export const words = {
  exampleNames: {
    sum: '∂L/∂b, a sum',
    entries: 'entry by entry',
    three: 'three factors',
    mixed: 'first entry by entry',
    none: 'no product of two',
  },
  title: 'Where transposes come from',
  label: 'An expression of entries',
  examples: 'Examples',
  own: 'one of your own',
  picture: 'As wires',
  entries: 'By entries',
  matrices: 'As matrices',
  none: 'There is no product of matrices for it; einsum takes it as it stands.',
  shapes: 'Shapes, by the letters',
  keys: 'Write Σ_m or sum_m for a sum, dy for ∂L/∂y, and small letters in square brackets: dy[n,m] or dy_nm.',
} as const
