import { describe, expect, it } from 'vitest'
import { derive, readLayer } from '@/derive'
import { programs } from './programs'

describe.each(programs.map((program) => [program.name, program] as const))('%s', (_, { text, by }) => {
  it('can be read, and what it is derived by is an input', () => {
    const names = readLayer(text).inputs.map(({ name }) => name)
    expect(by.filter((name) => !names.includes(name))).toEqual([])
  })

  it('is derived to a last line without ∂y and δ, by each of them', () => {
    for (const of of by) {
      const last = derive(text, of).lines.at(-1)
      expect(last?.text, of).toMatch(new RegExp(`^d${of}(\\[[^\\]]*\\])? = `))
      expect(last?.text, of).not.toMatch(/δ|∂/)
    }
  })
})
