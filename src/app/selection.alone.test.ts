import { beforeAll, describe, expect, it, vi } from 'vitest'

let ruleFor: (keys: readonly string[]) => string
beforeAll(async () => {
  vi.stubGlobal('CSSStyleSheet', class {})
  ;({ ruleFor } = await import('./selection'))
})

describe('the selection', () => {
  it('lights an entry wherever it stands, and the shape of its matrix', () => {
    expect(ruleFor(['x.1.2'])).toContain(':is([data-sym~="x.1.2"],[data-sym~="shape.x"])')
  })

  it('lights nothing for no key, and lets no text break out of the rule', () => {
    expect(ruleFor([])).toBe('')
    expect(ruleFor(['x"]){}*{display:none}'])).toBe('')
  })
})
