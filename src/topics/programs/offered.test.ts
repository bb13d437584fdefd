import { describe, expect, it } from 'vitest'
import { derive, readLayer } from '@/derive'
import { layerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { gradientIn } from '@/topics/letters/translate'
import { offeredIn } from './offered'
import { programs } from './programs'

describe.each(layerLetters)('the layers on offer in the letters of %s', (letters) => {
  const offered = offeredIn(letters)
  const named = (name: string) => {
    const found = offered.find((program) => program.name === name)
    if (!found) throw new Error(name)
    return found
  }

  it('are those of the book, the linear ones written so, each once', () => {
    expect(offered.map(({ label }) => label)).toContain('Linear layer')
    expect(new Set(offered.map(({ text }) => text)).size).toBe(offered.length)
    if (letters === 'handout') expect(offered).toEqual(programs)
    for (const name of ['linear', 'bias', 'relu']) {
      const { text, by } = named(name)
      const { inputs } = readLayer(text)
      const { shapes, letters: own } = conventionOf(letters)
      expect(by.every((one) => inputs.some((input) => input.name === one))).toBe(true)
      expect(inputs.find((input) => input.name === own.w)?.shape.join('×')).toBe(shapes.w)
      expect(inputs.find((input) => input.name === own.x)?.shape.join('×')).toBe(shapes.x)
    }
  })

  it('have the gradients of these letters', () => {
    for (const of of ['dx', 'dw'] as const) {
      const by = conventionOf(letters).letters[of === 'dx' ? 'x' : 'w']
      expect(derive(named('linear').text, by).lines.at(-1)?.text).toBe(
        gradientIn(conventionOf(letters), of, 'linear').text,
      )
    }
  })
})
