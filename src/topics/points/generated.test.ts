import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { functionFrom } from '@/figure/pure'
import { troubleAt } from './trouble'

/** A function of u = x − x₀ whose slopes on the two sides of u = 0 are known; ±∞ where the quotient has no bound, NaN where it swings. */
type Part = { readonly text: (u: string) => string; readonly left: number; readonly right: number }

const flat = (text: Part['text']): Part => ({ text, left: 0, right: 0 })
const parts: readonly Part[] = [
  { text: (u) => u, left: 1, right: 1 },
  { text: (u) => `sin(${u})`, left: 1, right: 1 },
  { text: (u) => `exp(2${u})`, left: 2, right: 2 },
  { text: (u) => `abs(${u})`, left: -1, right: 1 },
  { text: (u) => `relu(${u})`, left: 0, right: 1 },
  { text: (u) => `relu(-${u})`, left: -1, right: 0 },
  { text: (u) => `maximum(${u}, ${u}^2)`, left: 0, right: 1 },
  { text: (u) => `abs(tanh(3${u}))`, left: -3, right: 3 },
  { text: (u) => `log(1 + abs(${u}))`, left: -1, right: 1 },
  { text: (u) => `where(${u} > 0, sin(2${u}), ${u}^3)`, left: 0, right: 2 },
  ...[1.2, 1.5, 1.8, 2, 3].map((p) => flat((u) => `abs(${u})^${p}`)),
  flat((u) => `where(equal(${u}, 0), 0, ${u}^2 sin(1/${u}))`),
  flat((u) => `where(equal(${u}, 0), 0, ${u}^2 log(abs(${u})))`),
  { text: (u) => `abs(${u})^0.4`, left: -Infinity, right: Infinity },
  { text: (u) => `sqrt(abs(${u}))`, left: -Infinity, right: Infinity },
  { text: (u) => `where(${u} > 0, ${u} log(${u}), 0)`, left: 0, right: -Infinity },
  { text: (u) => `where(equal(${u}, 0), 0, ${u} sin(1/${u}))`, left: NaN, right: NaN },
]

/** A smooth function round a sum of parts, with its slope where the sum is s. */
const outers = [
  { text: (s: string) => s, slope: () => 1 },
  { text: (s: string) => `exp((${s})/4)`, slope: (s: number) => Math.exp(s / 4) / 4 },
  { text: (s: string) => `(3 + ${s})^2`, slope: (s: number) => 2 * (3 + s) },
] as const

const coefficient = fc.constantFrom(-2, -1, 0.5, 1, 3)
const made = fc.record({
  at: fc.constantFrom(0, 0, 1, -0.5, 2.25),
  terms: fc.uniqueArray(fc.tuple(coefficient, fc.constantFrom(...parts)), {
    minLength: 1,
    maxLength: 3,
    // Two of a kind may take each other away.
    selector: ([, part]) => part,
  }),
  outer: fc.constantFrom(...outers),
})

type Made = typeof made extends fc.Arbitrary<infer T> ? T : never

function written({ at, terms, outer }: Made) {
  const u = at === 0 ? 'x' : `(x ${at > 0 ? '-' : '+'} ${Math.abs(at)})`
  const source = outer.text(terms.map(([c, part]) => `(${c}) * ${part.text(u)}`).join(' + '))
  const sum = terms.reduce((all, [c, part]) => all + (part.text('u').startsWith('exp') ? c : 0), 0)
  const slope = outer.slope(sum)
  const side = (key: 'left' | 'right') => slope * terms.reduce((all, [c, part]) => all + c * part[key], 0)
  return { source, at, left: side('left'), right: side('right') }
}

const close = (a: number, b: number) => Math.abs(a - b) <= 2e-3 * (1 + Math.abs(a) + Math.abs(b))

describe('functions made of parts with known slopes on either side', () => {
  it('lose their derivative just where the slopes differ, and keep the one that they have', () => {
    let clear = 0
    let unclear = 0
    fc.assert(
      fc.property(made, (shape) => {
        const { source, at, left, right } = written(shape)
        const fn = functionFrom(source, ['x'])
        const trouble = troubleAt(fn, [at])
        const said = `${source} at ${at}: ${trouble?.sentence ?? 'no trouble'}`
        if (trouble?.kind === 'unclear') return void unclear++
        clear++
        if (Number.isFinite(left) && left === right) {
          expect(trouble?.kind ?? 'rules', said).toBe('rules')
          expect(close(trouble?.slope ?? nth(fn.gradient([at]), 0), left), said).toBe(true)
        } else {
          expect(trouble, said).toBeDefined()
          expect(trouble?.slope, said).toBeUndefined()
          if (Number.isFinite(left) && Number.isFinite(right)) expect(trouble?.kind, said).toBe('kink')
        }
      }),
      { numRuns: 300, seed: 6 },
    )
    expect(unclear).toBeLessThan(0.03 * clear)
  })
})
