import { describe, expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { layerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { gradientIn } from '@/topics/letters/translate'
import { kinds, model } from './model'
import { sentence } from './words'

const scene = (by: 'x' | 'w', step: number) => model({ by, step })

describe('the walk from a product to its gradient', () => {
  it('has the axes of y free, then those of y and of the hole, then those of the hole, then as many in a row', () => {
    for (const by of ['x', 'w'] as const)
      expect(
        kinds.map((_, step) => {
          const product = nth(scene(by, step).diagram, 0)
          return [product.free.length, product.nodes.filter(({ kind }) => kind === 'hole').length]
        }),
      ).toEqual([
        [2, 0],
        [2, 1],
        [0, 1],
        [2, 0],
      ])
  })

  it('reads back as a product in which the other factor lies transposed', () => {
    expect(scene('x', 3).text).toBe('dx = dy wᵀ')
    expect(scene('w', 3).text).toBe('dw = xᵀ dy')
    expect(sentence({ by: 'x', step: 3 }, scene('x', 3))).toMatch(
      /from n to d\. m is summed; .* \{w\} lies transposed\.$/,
    )
    expect(sentence({ by: 'w', step: 3 }, scene('w', 3))).toMatch(
      /from d to m\. n is summed; .* \{x\} lies transposed\.$/,
    )
  })

  it('says which wire is the δ', () => {
    expect(sentence({ by: 'x', step: 1 }, scene('x', 1))).toContain('The wire n runs bare')
    expect(sentence({ by: 'w', step: 1 }, scene('w', 1))).toContain('The wire m runs bare')
    expect(scene('w', 1).text).toMatch(/δ/)
  })

  it('comes in every letters to the product that these have, past the same bare wire', () => {
    for (const letters of layerLetters)
      for (const by of ['x', 'w'] as const) {
        const at = (step: number) => model({ by, step }, letters)
        expect(at(3).text).toBe(gradientIn(conventionOf(letters), `d${by}`, 'linear').text)
        expect(at(1).hole).toContain(by === 'x' ? 'n' : 'm')
        const turned = at(3).text.includes('ᵀ')
        expect(/lies? transposed/.test(sentence({ by, step: 3 }, at(3))), `${letters} ${by}`).toBe(turned)
        expect(sentence({ by, step: 3 }, at(3))).not.toMatch(/(?<!\{)\bd?W\b/)
      }
  })
})
