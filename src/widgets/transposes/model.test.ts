import { describe, expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { layerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { gradientIn } from '@/topics/letters/translate'
import { examples, examplesIn, lineIn, model } from './model'
import { sentence, shapesOf, unread } from './words'

describe('an expression of the reader', () => {
  it.each(examples)('$name is read: $line', ({ line }) => {
    const { found } = model({ line })
    expect(found?.diagram.length).toBeGreaterThan(0)
    expect(found?.why).not.toBe('')
  })

  it('says which factor lies transposed, and the shapes', () => {
    const scene = model({ line: 'dx[n,d] = Σ_m dy[n,m] w[d,m]' })
    expect(sentence(scene)).toMatch(/so w ?ᵀ? lies transposed\.$/)
    expect(shapesOf(scene)).toBe('dy is N\u00a0×\u00a0M, w is D\u00a0×\u00a0M')
    expect(scene.found?.matrices?.text).toBe('dx = dy wᵀ')
  })

  it('lets two factors lie, and leaves to einsum what has no product', () => {
    const why = (name: string) => model({ line: examples.find((one) => one.name === name)?.line ?? '' }).found
    expect(why('three factors')?.why).toMatch(/v and w lie transposed\.$/)
    expect(why('no product of two')?.matrices?.text).toMatch(/^T = einsum/)
  })

  it('says what is wrong, and where', () => {
    const { fault } = model({ line: 'dx[n,d] = dy[n,m] w[d,m]' })
    expect(fault?.sentence).toContain('“m” stands on the right only')
    expect(fault?.place[0]).toBeGreaterThan(9)
    expect(unread(model({ line: '' }))).toMatch(/cannot be read\. \w/)
    expect(unread(model({ line: 'Σ_n dy[n,m]' }))).toBeUndefined()
  })

  it('of the layer is in the reader’s letters, and reads back as the product that these have', () => {
    for (const letters of layerLetters)
      for (const [k, of] of (['dx', 'dw'] as const).entries()) {
        const line = lineIn(nth(examples, k), letters)
        expect(nth(examplesIn(letters), k).line).toBe(line)
        const { found } = model({ line })
        expect(found?.matrices?.text).toBe(gradientIn(conventionOf(letters), of, 'linear').text)
      }
    // What the reader types stays as it is, and the examples of a list are found in it.
    expect(lineIn({ line: 'a[i] = b[i]' }, 'columns')).toBe('a[i] = b[i]')
    for (const { line } of examplesIn('columns')) expect(lineIn({ line }, 'columns')).toBe(line)
  })
})
