import { expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { layout } from '@/plot/wires/layout'
import { wires } from './wires'

const row = (by: 'x' | 'w', kind: 'drop' | 'fold' | 'turn') =>
  layout(nth(wires({ by }, kind).diagram, 0))
    .shapes.toSorted((a, b) => a.x - b.x)
    .map(({ name, turned }) => (turned ? `${name}ᵀ` : name))

it('reads as the product that the step shows', () => {
  expect(row('x', 'fold')).toEqual(['∂L/∂y', 'wᵀ'])
  expect(row('w', 'fold')).toEqual(['∂L/∂yᵀ', 'x'])
  expect(row('w', 'turn')).toEqual(['xᵀ', '∂L/∂y'])
})

it('joins both axes of y with the Jacobian, and lights them while an entry is summed up', () => {
  for (const by of ['x', 'w'] as const) {
    const { diagram, lit } = wires({ by }, 'entry')
    const [dy, rates] = nth(diagram, 0).nodes
    expect(dy?.legs.every((wire) => rates?.legs.includes(wire))).toBe(true)
    expect(lit).toEqual(['n', 'm'])
  }
})
