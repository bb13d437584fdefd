import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, random, sub, abs, max, tensor, Tensor, vjp, matmul, nth } from '@/autodiff'
import { readLayer } from '@/derive'
import { outcome, read } from '@/topics/checking/read'
import {
  conventions,
  owners,
  ownerOf,
  programIn,
  toHandout,
  toOwn,
  type Owner,
  type Wanted,
} from './conventions'
import { nameIn } from './labels'
import { factorsOf } from './factors'
import { biasGradient, factorsIn, forwardIn, gradientIn, productOf } from './translate'

const gradients = ['dx', 'dw', 'db'] as const
const size = fc.integer({ min: 1, max: 5 })
const cases = fc.record({ N: size, D: size, M: size, seed: fc.integer({ min: 1, max: 1e6 }) })

/** A layer of the handout at random numbers, with all three gradients as the core finds them. */
function drawn({ N, D, M, seed }: { N: number; D: number; M: number; seed: number }) {
  const next = random(seed)
  const table = (rows: number, columns: number) =>
    tensor(Array.from({ length: rows }, () => Array.from({ length: columns }, () => 4 * next() - 2)))
  const [x, w, b, dy] = [table(N, D), table(D, M), table(1, M), table(N, M)]
  const layer = (...[p, q, r]: readonly [Tensor, Tensor, Tensor]) => add(matmul(p, q), r)
  const [y, pull] = vjp(layer, [x, w, b])
  const [dx, dw, db] = pull(dy)
  return { x, w, b, y, dy, dx, dw, db }
}
type All = ReturnType<typeof drawn>

const farthest = (a: Tensor, b: Tensor) => {
  expect(a.shape).toEqual(b.shape)
  return max(abs(sub(a, b))).item()
}
const tensorOf = (formula: string, env: Readonly<Record<string, Tensor>>): Tensor => {
  const found = read(formula, Object.keys(env))
  if ('kind' in found) throw new Error(found.says)
  const value = outcome(found, env)
  if (!(value instanceof Tensor)) throw value
  return value
}

for (const convention of conventions)
  describe(`the layer in the letters of ${convention.name}`, () => {
    const own = (all: All, of: keyof All) =>
      toOwn(convention, of.length === 2 ? ownerOf(of as Wanted) : (of as Owner), all[of])
    const envOf = (all: All) => {
      const names = [...owners.filter((of) => of !== 'y'), 'dy'] as const
      return Object.fromEntries(names.map((of) => [nameIn(convention, of), own(all, of)]))
    }

    it('has the shapes that its program has', () => {
      const { inputs, shape: made } = readLayer(programIn(convention, 'bias'))
      const written = (shape: readonly (string | number)[]) => shape.join('×')
      for (const { name, shape } of inputs) {
        const of = owners.find((one) => convention.letters[one] === name) ?? 'y'
        expect(written(shape)).toBe(convention.shapes[of])
      }
      expect(written(made)).toBe(convention.shapes.y)
    })

    it('computes the same output, laid its own way', () => {
      const line = forwardIn(convention, 'bias').text.replace('y = ', '')
      fc.assert(
        fc.property(cases, (at) => {
          const all = drawn(at)
          expect(farthest(tensorOf(line, envOf(all)), own(all, 'y'))).toBeLessThan(1e-9)
        }),
      )
    })

    it.each(gradients)('has a right formula of %s at every size, as text, as code, and as factors', (of) => {
      const { text, numpy } = gradientIn(convention, of, 'bias')
      fc.assert(
        fc.property(cases, (at) => {
          const all = drawn(at)
          const env = envOf(all)
          for (const formula of [text.replace(/^.*?= /, ''), numpy.replace('np.', '')])
            expect(farthest(tensorOf(formula, env), own(all, of))).toBeLessThan(1e-9)
          const value =
            of === 'db'
              ? biasGradient(convention, own(all, 'dy'))
              : productOf(factorsIn(convention, of), {
                  x: own(all, 'x'),
                  w: own(all, 'w'),
                  dy: own(all, 'dy'),
                })
          expect(farthest(value, own(all, of))).toBeLessThan(1e-9)
        }),
      )
    })

    it('has the products that the rule of turning round gives', () => {
      for (const of of ['y', 'dx', 'dw'] as const)
        expect(factorsOf(convention, of)).toEqual(factorsIn(convention, of))
    })

    it('comes back to the handout’s tensors', () => {
      fc.assert(
        fc.property(cases, (at) => {
          const all = drawn(at)
          for (const of of owners) expect(farthest(toHandout(convention, of, own(all, of)), all[of])).toBe(0)
        }),
      )
    })
  })

describe('what the conventions are known for', () => {
  const text = (k: number, of: (typeof gradients)[number]) =>
    gradientIn(nth(conventions, k), of, 'linear').text
  it('has no transpose in ∂L/∂x of nn.Linear, and the handout’s printed formula in ∂L/∂W of columns', () => {
    expect(conventions.map((_, k) => text(k, 'dx'))).toEqual(['dx = dy wᵀ', 'dx = dy W', 'dx = Wᵀ dy'])
    expect(conventions.map((_, k) => text(k, 'dw'))).toEqual(['dw = xᵀ dy', 'dW = dyᵀ x', 'dW = dy xᵀ'])
  })
})
