import { describe, expect, test } from 'vitest'
import { nth, random, Tensor } from '../autodiff/index.ts'
import { healed, hung, withoutNode, type Diagram, type Node, type Product } from './diagram.ts'
import { functions } from './functions.ts'
import { gradientWires, layerWires, lineWires, recognized } from './index.ts'
import { near, pointOf, type Point } from './point.ts'
import { readProgram } from './program.ts'
import { lengthOf } from './value.ts'

type At = readonly number[]

/** What a diagram says, read from nothing but its nodes and wires: a sum over all places of each wire. */
class Contraction {
  constructor(private readonly point: Point) {}

  /** The value at places of the free ends, none of which are the same wire at two places, else 0. */
  product({ factor, nodes, wires, free }: Product, at: At): number {
    const fixed = new Map<number, number>()
    for (const [k, wire] of free.entries()) {
      if ((fixed.get(wire) ?? at[k]) !== at[k]) return 0
      fixed.set(wire, nth(at, k))
    }
    const sizes = wires.map(({ size }) => lengthOf(size, this.point.sizes))
    let sum = 0
    const walk = (places: readonly number[]): void => {
      const k = places.length
      if (k < wires.length) {
        const place = fixed.get(k)
        if (place === undefined) for (let p = 0; p < nth(sizes, k); p++) walk([...places, p])
        else walk([...places, place])
        return
      }
      sum += nodes.reduce(
        (all, node) =>
          all *
          this.node(
            node,
            node.legs.map((leg) => nth(places, leg)),
          ),
        1,
      )
    }
    walk([])
    return sum * this.factor(factor)
  }

  diagram = (diagram: Diagram, at: At): number =>
    diagram.reduce((sum, product) => sum + this.product(product, at), 0)

  private factor(text: string): number {
    if (text === '') return 1
    const [above = '1', below = '1'] = text
      .replace(/[()]/g, '')
      .replace(/^-(?!\d)/, '-1 ')
      .split('/')
    const value = (list: string) =>
      list
        .trim()
        .split(/\s+/)
        .reduce(
          (all, one) => all * (/^-?[\d.]+$/.test(one) ? Number(one) : lengthOf(one, this.point.sizes)),
          1,
        )
    return value(above) / value(below)
  }

  private node(node: Node, at: At): number {
    if (node.kind === 'hole') throw new Error('A hole has no value.')
    if (node.kind === 'place') {
      const [first, ...others] = at
      const found = node.index.signs.reduce((sum, sign, k) => sum + sign * nth(others, k), node.index.plus)
      return found === first ? 1 : 0
    }
    if (node.kind === 'tensor') {
      const value = this.point.values.get(node.name.replace('∂L/∂', 'd'))
      if (!value) throw new Error(`There is no ${node.name}.`)
      const axes = value.shape.map((length, k) => ({ length, k })).filter(({ length }) => length !== 1)
      const offset = axes.reduce(
        (sum, { k }, j) => sum + nth(at, j) * value.shape.slice(k + 1).reduce((a, b) => a * b, 1),
        0,
      )
      return nth(value.data, offset)
    }
    return this.bubble(node, at)
  }

  private bubble({ name, inside }: Node & { kind: 'bubble' }, at: At): number {
    const args = inside.map((part) => this.diagram(part, at))
    const fn = functions[name === '>' ? 'greater' : name]
    if (fn) return fn.value(...args.map((v) => new Tensor(Float64Array.of(v), []))).item()
    const power = /^power (.*)$/.exec(name)?.[1]
    const exponent = name === '1/·' ? -1 : name === 'square' ? 2 : power === undefined ? 1 : Number(power)
    return nth(args, 0) ** exponent
  }
}

/** All entries of a value, each at its place. */
function* placesOf(shape: readonly number[]): Generator<number[]> {
  const [length, ...rest] = shape
  if (length === undefined) yield []
  else for (let k = 0; k < length; k++) for (const more of placesOf(rest)) yield [k, ...more]
}

function valueOf(diagram: Diagram, shape: readonly number[], point: Point): Tensor {
  const read = new Contraction(point)
  const long = shape.map((length) => length !== 1)
  const all = [...placesOf(shape)].map((at) =>
    read.diagram(
      diagram,
      at.filter((_, k) => long[k]),
    ),
  )
  return new Tensor(Float64Array.from(all), shape)
}

/** A layer of products, with a function round one, a bracket, or a second term. */
function randomLayer(seed: number): string {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => nth(list, Math.floor(next() * list.length))
  return [
    'x: N×D\nw: D×M\nv: M×P\nb: P\ng: N',
    pick([
      'y = x w',
      'y = x w v + b',
      'y[n,m] = 2 Σ_d x[n,d] w[d,m] g[n]',
      'y[n,m] = Σ_d x[n,d] w[d,m] w[d,m] / N',
      'y[n] = Σ_d Σ_m x[n,d] w[d,m]',
      'y[d] = Σ_n (x[n,d] - g[n]) x[n,d]',
      'y = relu(x w) v',
      'y[n,p] = g[n] b[p]',
      'y[n,i] = Σ_d x[n,d] x[i,d]',
      'y = sum(x * x, axis=1)',
      'y[n,m] = tanh(Σ_d x[n,d] w[d,m]) - g[n]',
      'y = x / (1 + exp(x))',
      'y[p] = Σ_m v[m,p] + b[p]',
    ]),
  ].join('\n')
}

const seeds = Array.from({ length: 13 }, (_, k) => ({ source: randomLayer(11 * k + 3) }))

describe('a tensor diagram', () => {
  test.each(seeds)('contracted, is the value of $source', ({ source }) => {
    const program = readProgram(source)
    const point = pointOf(program, 0)
    for (const { name, diagram } of layerWires(source)) {
      const wanted = point.values.get(name)
      if (!wanted) throw new Error(name)
      expect(near(valueOf(diagram, wanted.shape, point), wanted), source).toBe(true)
    }
  })

  test.each(seeds)('without a tensor, with ∂L/∂y hung on, is the pullback of $source', ({ source }) => {
    const program = readProgram(source)
    const point = pointOf(program, 0)
    for (const { name } of program.inputs) {
      const drawn = gradientWires(source, name)
      const steps = program.nodes.filter(({ body }) => JSON.stringify(body).includes(`"name":"${name}"`))
      // A tensor inside of a function is not taken out so.
      if (drawn.length < steps.length || drawn.length === 0) continue
      const wanted = point.values.get(`d${name}`)
      if (!wanted) throw new Error(name)
      const whole = drawn.flatMap((one) => one.hung.map(healed))
      expect(near(valueOf(whole, wanted.shape, point), wanted), `${name} in ${source}`).toBe(true)
    }
  })

  test('has each tensor once for each time that it stands there, and a wire for each letter', () => {
    const [product] = lineWires('x: N×D\nw: D×M\ny = x w', 'dx[n,d] = Σ_m dy[n,m] w[d,m]') ?? []
    expect(product?.nodes.map((node) => [node.name, node.legs])).toEqual([
      ['∂L/∂y', [0, 2]],
      ['w', [1, 2]],
    ])
    expect(product?.wires.map(({ letters }) => letters)).toEqual([['n'], ['d'], ['m']])
    expect(product?.free).toEqual([0, 1])
  })

  test('draws δ as a bare wire, and a number in front as it stands', () => {
    const [product] = lineWires('x: N×D\ny = 3 x', 'dx[n,d] = 3 Σ_i dy[i,d] δ[n,i]') ?? []
    expect(product?.nodes).toHaveLength(1)
    expect(product?.factor).toBe('3')
    expect(product?.wires.map(({ letters }) => letters)).toEqual([['n', 'i'], ['d']])
  })

  test('puts a function round what it acts on', () => {
    const [{ diagram } = { diagram: [] }] = layerWires('x: N×D\nw: D×M\ny = relu(x w)')
    const [node] = diagram[0]?.nodes ?? []
    expect(
      node?.kind === 'bubble' && [node.name, node.inside[0]?.[0]?.nodes.map(({ name }) => name)],
    ).toEqual(['relu', ['x', 'w']])
  })

  test('takes a tensor out where it stands by itself, and hangs a gradient on', () => {
    const [{ diagram } = { diagram: [] }] = layerWires('x: N×D\nw: D×M\ny = x w')
    const hole = withoutNode(diagram, 'x')
    expect(hole[0]?.nodes.map(({ kind }) => kind)).toEqual(['hole', 'tensor'])
    expect(hung(hole, '∂L/∂y')[0]?.free).toEqual([])
    expect(gradientWires('x: N×D\ny = relu(x)', 'x')).toEqual([])
    expect(gradientWires('x: N×D\ny = x xᵀ', 'x')[0]?.hole).toHaveLength(2)
  })
})

describe('an expression of entries, read by itself', () => {
  test.each([
    [
      'Σ_m dy[n,m] w[d,m]',
      'y = dy wᵀ',
      /m is summed; it stands in the second place of dy and in the second place of w.*wᵀ? ?lies transposed/,
    ],
    ['dw[d,m] = Σ_n x[n,d] dy[n,m]', 'dw = xᵀ dy', /first place of x .* x lies transposed/],
    ['y_nm = sum_d x_nd w_dm', 'y = x w', /neither is transposed/],
    ['y[n,m] = a[n,m] b[n,m]', 'y = a ⊙ b', /entry by entry/],
    ['Σ_n dy[n,m]', 'y = sum(dy, axis=0)', /one factor alone/],
  ])('%s is %s', (source, matrices, why) => {
    const found = recognized(source)
    expect(found.matrices?.text).toBe(matrices)
    expect(found.why).toMatch(why)
  })

  test.each([
    ['dx[n,d] = Σ_m dy[n,m] w[d,k]', /“k” stands on the right only/],
    ['w', /Write entries/],
    ['Σ_m dy[n,m] w[d,m', /./],
    ['x[n,2]', /one small letter/],
    ['x[n] x[n,d]', /1 letters in one place and 2 in another/],
  ])('%s is refused with a sentence', (source, says) => {
    expect(() => recognized(source)).toThrow(says)
  })
})
