import { describe, expect, test } from 'vitest'
import { random, nth } from '@/autodiff'
import { gradientWires, layerWires, lineWires, type Diagram, type Product } from '@/derive'
import { contraction } from './contraction'
import type { Laid, Shape } from './laid'
import { layout } from './layout'
import { said, spoken } from './words'

/** A contraction of up to five tensors of up to three axes each. */
function randomProduct(seed: number): Product {
  const next = random(seed)
  const upTo = (n: number) => Math.floor(next() * n)
  const letters = 'ndmpq'.slice(0, 2 + upTo(4))
  const factors = Array.from({ length: 1 + upTo(5) }, (_, k) => ({
    name: nth(['x', 'w', '∂L/∂y', 'b', 'A'], k),
    letters: Array.from({ length: 1 + upTo(3) }, () => nth([...letters], upTo(letters.length))).join(''),
  }))
  const used = [...new Set(factors.flatMap((factor) => [...factor.letters]))]
  return contraction(factors, used.slice(0, upTo(4)).join(''))
}

const layers = [
  'x: N×D\nw: D×M\nb: M\ny = relu(x w + b)',
  'x: N×D\nw: D×D\ny = x + relu(x w)',
  'x: N×D\nv: D×M\nw: D×M\ny = (x w) * sigmoid(x v)',
  'Q: N×D\nK: M×D\nV: M×P\nA = softmax(Q Kᵀ / sqrt(D), axis=1)\ny = A V',
  'x: T×C\nw: K×C×O\ny[t,o] = Σ_k Σ_c x[t+k,c] w[k,c,o]',
  'x: D\nA: D×D\ny = x @ A @ x',
]
const drawn = (source: string): Diagram => [
  ...layerWires(source).flatMap(({ diagram }) => diagram),
  ...gradientWires(source, source.startsWith('Q') ? 'Q' : 'x').flatMap(({ whole, hole, hung }) => [
    ...whole,
    ...hole,
    ...hung,
  ]),
]

const products: readonly Product[] = [
  ...Array.from({ length: 60 }, (_, k) => randomProduct(k + 1)),
  ...layers.flatMap(drawn),
]

const inner = (a: Shape, b: Shape) =>
  a.kind === 'bubble' &&
  a.x - 1 <= b.x &&
  a.y - 1 <= b.y &&
  b.x + b.width <= a.x + a.width + 1 &&
  b.y + b.height <= a.y + a.height + 1
type Box = { x: number; y: number; width: number; height: number }
const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const boxesOf = ({ letters }: Laid) =>
  letters.map(({ text, x, y }) => ({
    text,
    x: x - 4 * text.length,
    y: y - 11,
    width: 8 * text.length,
    height: 12,
  }))

describe('the layout of a tensor diagram', () => {
  test('is the same each time', () => {
    for (const product of products.slice(0, 20)) expect(layout(product)).toEqual(layout(product))
  })

  test('lets no node lie on another, and no letter on a node or a letter', () => {
    for (const [k, product] of products.entries())
      for (const fixed of [false, true]) {
        const laid = layout(product, { fixed })
        const { shapes, width, height } = laid
        for (const [j, a] of shapes.entries())
          for (const b of shapes.slice(j + 1))
            if (!inner(a, b) && !inner(b, a)) expect(meet(a, b), `${k}: ${a.name} and ${b.name}`).toBe(false)
        const letters = boxesOf(laid)
        for (const [j, a] of letters.entries()) {
          expect(
            letters.slice(j + 1).filter((b) => meet(a, b)),
            `${k}: ${a.text}`,
          ).toEqual([])
          expect(
            shapes.filter((b) => b.kind !== 'bubble' && meet(a, b)),
            `${k}: ${a.text} on a node`,
          ).toEqual([])
          expect(a.x >= -1 && a.x + a.width <= width + 1 && a.y >= -1 && a.y + a.height <= height + 1).toBe(
            true,
          )
        }
      }
  })

  test('draws each tensor once, and a line and a letter for each index', () => {
    for (const product of products) {
      const laid = layout(product)
      const names = product.nodes.map(({ name }) => name)
      for (const name of new Set(names))
        if (product.nodes.every(({ kind }) => kind !== 'bubble'))
          expect(laid.shapes.filter((shape) => shape.name === name && shape.kind !== 'dot')).toHaveLength(
            names.filter((one) => one === name).length,
          )
      for (const { letters } of product.wires) {
        if (letters.length === 0) continue
        expect(laid.lines.some((line) => line.letters.join() === letters.join())).toBe(true)
        expect(laid.letters.some(({ text }) => letters.includes(text) || text === letters.join('='))).toBe(
          true,
        )
      }
    }
  })

  test('has the factors of a product of matrices in a row, and says which lies transposed', () => {
    const dx = lineWires('x: N×D\nw: D×M\ny = x w', 'dx[n,d] = Σ_m w[d,m] dy[n,m]') ?? []
    const { shapes } = layout(nth(dx, 0))
    expect(shapes.toSorted((a, b) => a.x - b.x).map(({ name, turned }) => [name, turned])).toEqual([
      ['∂L/∂y', false],
      ['w', true],
    ])
  })

  test('lays no two bent wires on each other', () => {
    for (const product of products) {
      const runs = layout(product).lines.map(({ letters, path }) => ({ letters, path }))
      const same = runs.filter(({ path }, k) => runs.some((other, j) => j !== k && other.path === path))
      expect(same).toEqual([])
    }
  })

  test('is told to the ear', () => {
    expect(
      spoken([
        contraction(
          [
            { name: 'x', letters: 'nd' },
            { name: 'w', letters: 'dm' },
          ],
          'nm',
        ),
      ]),
    ).toBe('x and w; n is free at x; m is free at w; d joins x and w')
  })

  test('says an equation of entries without its brackets', () => {
    expect(said('∂y[n,m]/∂x[i,d] = δ[n,i] w[d,m]')).toBe('the derivative of y n m by x i d = δ n i w d m')
  })
})
