import { describe, expect, it } from 'vitest'
import { derived } from './derived'

const lines = (name: string, of: string) =>
  derived(name)
    .gradients.find((gradient) => gradient.name === of)
    ?.lines.map(({ text }) => text)

describe('the short formula of a layer', () => {
  it('comes with the lines that say what the names in it are', () => {
    expect(lines('residual', 'x')).toEqual(['s = x w', 'ds = dy ⊙ step(s)', 'dx = ds wᵀ + dy'])
    expect(lines('glu', 'w')).toEqual(['s = x v', 't = x w', 'dt = dy ⊙ sigmoid(s)', 'dw = xᵀ dt'])
    expect(lines('attention', 'K')?.at(-2)).toMatch(/^ds = A ⊙/)
  })
  it('stands alone where it needs no other, by entries where it is no product of matrices', () => {
    expect(lines('embedding', 'E')).toEqual(['dE = tᵀ dy'])
    expect(lines('filter', 'w')).toEqual(['dw[r] = Σ_n dy[n] x[n+r]'])
    expect(lines('plain-layer-norm', 'x')).toHaveLength(1)
  })
})
