import { describe, expect, test } from 'vitest'
import {
  add,
  forwardSteps,
  gatheredAfter,
  label,
  matmul,
  mul,
  relu,
  reverseSteps,
  ShapeError,
  sin,
  sum,
  tensor,
  trace,
  vjp,
  type Tensor,
} from '../index.ts'

const x = [[1, 2]]
const w = [
  [1.2, 0.4, -0.7],
  [-0.3, 0.9, 1.5],
]
const layer = (a: Tensor, b: Tensor) => sum(label('y', matmul(a, b)))
const graph = trace(layer, [x, w], { labels: ['x', 'w'] })

test('a graph lists inputs and values in order, with shape, bytes and operations', () => {
  expect(graph.nodes.map((n) => [n.id, n.op, n.inputs, n.shape, n.bytes, n.operations, n.label])).toEqual([
    [0, 'input', [], [1, 2], 16, 0, 'x'],
    [1, 'input', [], [2, 3], 48, 0, 'w'],
    [2, 'matmul', [0, 1], [1, 3], 24, 12, 'y'],
    [3, 'sum', [2], [], 8, 3, undefined],
  ])
  expect([graph.inputs, graph.outputs]).toEqual([[0, 1], [3]])
})

test('a number of single precision takes 4 bytes', () => {
  const single = tensor([1, 2, 3], { dtype: 'float32' })
  expect(trace((a: Tensor) => sin(a), [single]).nodes.map(({ bytes }) => bytes)).toEqual([12, 12])
})

test('constants are nodes too, one for each', () => {
  const two = add(1, 1)
  const { nodes } = trace((a: Tensor) => add(mul(two, a), two), [3])
  expect(nodes.map(({ op, inputs }) => [op, inputs])).toEqual([
    ['input', []],
    ['constant', []],
    ['mul', [1, 0]],
    ['add', [2, 1]],
  ])
})

test('keys of records label the inputs', () => {
  const { nodes } = trace(({ a, b }: { a: Tensor; b: Tensor }) => add(a, b), [{ a: 1, b: 2 }])
  expect(nodes.map((node) => node.label)).toEqual(['a', 'b', undefined])
})

describe('the reverse steps', () => {
  const steps = reverseSteps(graph)

  test('run from the output to the inputs and end with the pullback', () => {
    expect(steps.map(({ node }) => node.id)).toEqual([3, 2, 1, 0])
    const [dx, dw] = vjp(layer, [x, w])[1](1)
    expect(steps[3]?.arrives.toArray()).toEqual(dx.toArray())
    expect(steps[2]?.arrives.toArray()).toEqual(dw.toArray())
  })
  test('send to x and w at the matrix product', () => {
    expect(steps[1]?.sends.map(({ to }) => to)).toEqual([0, 1])
  })
  test('gather both contributions of a value used twice', () => {
    const twice = reverseSteps(trace((a: Tensor) => mul(a, sin(a)), [2]))
    const sends = twice.flatMap((step) => step.sends).filter(({ to }) => to === 0)
    expect(sends).toHaveLength(2)
    expect(sends[1]?.gathered.item()).toBeCloseTo(Math.sin(2) + 2 * Math.cos(2))
    expect(sends[0]?.gathered.item()).toBeCloseTo(Math.sin(2))
  })
  test('show zeros at an input that is not used, and x * x as two edges', () => {
    const unused = reverseSteps(trace((a: Tensor, _: Tensor) => mul(a, a), [2, [1, 2]]))
    expect(unused.map(({ node, arrives }) => [node.id, arrives.toArray()])).toEqual([
      [2, 1],
      [1, [0, 0]],
      [0, 4],
    ])
    expect(unused[0]?.sends.map(({ to }) => to)).toEqual([0, 0])
  })
  test('can be read at any step', () => {
    expect([...gatheredAfter(steps, 1).keys()]).toEqual([3, 2])
    expect(gatheredAfter(steps, 0).size).toBe(0)
    expect(gatheredAfter(steps, 2).get(0)?.toArray()).toEqual(steps[3]?.arrives.toArray())
  })
  test('send nothing to constants', () => {
    const sent = reverseSteps(trace((a: Tensor) => mul(2, a), [3])).flatMap((step) => step.sends)
    expect(sent.map(({ to }) => to)).toEqual([0])
  })
  test('give the same answer twice', () => {
    expect(reverseSteps(graph).map(({ arrives }) => arrives.toArray())).toEqual(
      steps.map(({ arrives }) => arrives.toArray()),
    )
  })
  test('need a cotangent of the shape of the output', () => {
    const product = trace(matmul, [x, w])
    expect(() => reverseSteps(product, [[1, 2]])).toThrow(ShapeError)
    expect(reverseSteps(product, [[1, 2, 3]])).toHaveLength(3)
  })
  test('take a list of cotangents for several outputs', () => {
    const two = trace((a: Tensor) => [sin(a), mul(a, 3)], [2])
    expect(reverseSteps(two, [1, 10]).at(-1)?.arrives.item()).toBeCloseTo(Math.cos(2) + 30)
    expect(() => reverseSteps(two, [1])).toThrow('2 outputs, 1 cotangents')
  })
})

describe('the forward steps', () => {
  test('show what arrives at each node', () => {
    const steps = forwardSteps(graph)
    expect(steps.map(({ value }) => value)).toEqual(graph.nodes.map(({ value }) => value))
    expect(steps[2]?.arrives.map(({ from }) => from)).toEqual([0, 1])
  })
  test('send a nudge along', () => {
    const [, , y, total] = forwardSteps(graph, {
      tangents: [
        [[1, 0]],
        [
          [0, 0, 0],
          [0, 0, 0],
        ],
      ],
    })
    expect(y?.tangent?.toArray()).toEqual([[1.2, 0.4, -0.7]])
    expect(total?.tangent?.item()).toBeCloseTo(0.9)
  })
  test('replay the graph on other values', () => {
    const replayed = forwardSteps(trace(relu, [[-1, 2]]), { primals: [[3, -4]] })
    expect(replayed[1]?.value.toArray()).toEqual([3, 0])
    expect(() => forwardSteps(graph, { primals: [1, 2] })).toThrow(ShapeError)
  })
})
