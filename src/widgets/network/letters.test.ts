import { describe, expect, it } from 'vitest'
import { matmul, nth, tensor, transpose, type Tensor } from '@/autodiff'
import { layerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { lies } from './inLetters'
import { batchOf, model, start, steps, type NodeName } from './model'
import { aheadIn, sentence } from './words'

describe.each(layerLetters)('the network in the letters of %s', (letters) => {
  const scene = model({ ...start, ...batchOf('moons'), step: steps.length - 1 })
  const laid = (name: NodeName, values: readonly (readonly number[])[] | null): Tensor => {
    const of = tensor(values ?? [])
    return lies(name, letters) ? transpose(of) : of
  }

  it('multiplies, as its nodes lie, to what each product makes and sends back', () => {
    for (const [x, w, y] of [
      ['x', 'w1', 's1'],
      ['h', 'w2', 's2'],
    ] as const)
      for (const of of ['y', 'dx', 'dw'] as const) {
        const [left, right] = factorsOf(conventionOf(letters), of).map(({ of: name, turned }) => {
          const node = { x, w, y, dy: y }[name as 'x' | 'w' | 'dy']
          const value = laid(node, name === 'dy' ? scene.of(node).gradient : scene.of(node).value)
          return turned ? transpose(value) : value
        })
        const node = { y, dx: x, dw: w }[of]
        const made = laid(node, of === 'y' ? scene.of(node).value : scene.of(node).gradient)
        if (!left || !right) throw new Error('a product has two factors')
        const found = matmul(left, right)
        expect(found.shape).toEqual(made.shape)
        found.data.forEach((value, k) => expect(value).toBeCloseTo(nth(made.data, k), 9))
      }
  })

  it('speaks of the line that an example is, and of the weights by their letter', () => {
    const said = steps.map((_, step) => sentence(model({ ...start, step }), letters)).join(' ')
    expect(said.includes('every column')).toBe(letters === 'columns')
    expect(said.includes('every row')).toBe(letters !== 'columns')
    expect(said.includes('w₁')).toBe(letters === 'handout')
    expect(aheadIn('s2', letters)).toBe(
      { handout: 's₂ = h w₂', 'nn.Linear': 's₂ = h W₂ᵀ', columns: 's₂ = W₂ h' }[letters],
    )
    expect(aheadIn('z', letters)).toMatch(letters === 'columns' ? /every column/ : /every row/)
  })
})
