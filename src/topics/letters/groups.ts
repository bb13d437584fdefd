import type { Layout } from '@/figure/pure'

/** The shape of a Jacobian as a layout has it: 4 × 3 of vectors, (2×3) × (2×2) of matrices. */
export function groupsIn(layout: Layout, output: readonly number[], input: readonly number[]): string {
  const vectors = output.length === 1 && input.length === 1
  const group = (shape: readonly number[]) => (vectors ? String(shape[0]) : `(${shape.join('×')})`)
  const groups = [group(output), group(input)]
  return (layout === 'output-first' ? groups : groups.toReversed()).join('\u00a0× ')
}
