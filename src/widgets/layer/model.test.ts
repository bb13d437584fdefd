import { describe, expect, it } from 'vitest'
import { jvp, mul, relu, sum, tensor, vjp, matmul, type Tensor } from '@/autodiff'
import { handout, resize } from '@/topics/linear-layer/model'
import { model, rowsOf, type State } from './model'
import {
  bytesText,
  entries,
  kept,
  keptBeyond,
  nameOf,
  networkOf,
  nodeOf,
  passes,
  reads,
  shapesAt,
  type Name,
} from './network'

const { x, w, c } = resize(handout, { N: 2, D: 2, M: 3 })
const start: State = { x, w, c, mode: 'reverse', step: 99, by: 'w', row: 1, column: 2, shown: 'these' }
const loss = (a: Tensor, b: Tensor) => sum(mul(relu(matmul(a, b)), tensor(c)))

describe('the layer in a network', () => {
  it('walks forward through every node, then back along every edge that carries a gradient', () => {
    const { steps } = model(start)
    expect(steps.map(({ kind, at, to }) => `${kind} ${at}${to ? `→${to}` : ''}`)).toEqual([
      'given w',
      'forward y',
      'forward z',
      'forward p',
      'forward L',
      'backward L→p',
      'backward p→z',
      'backward z→y',
      'backward y→x',
      'backward y→w',
    ])
  })

  it('ends with the gradients that the core gives for the whole', () => {
    const [, pull] = vjp(loss, [x, w])
    const [dx, dw] = pull(1)
    const { steps } = model(start)
    expect(steps.find(({ to }) => to === 'x')?.result?.values).toEqual(rowsOf(dx))
    expect(steps.find(({ to }) => to === 'w')?.result?.values).toEqual(rowsOf(dw))
  })

  it('shows at each step factors whose product is what the step makes', () => {
    for (const mode of ['reverse', 'forward'] as const)
      for (const { kind, at, to, factors, result } of model({ ...start, mode }).steps) {
        if (kind === 'given' || !result) continue
        const [a, b] = factors.map(({ values }) => tensor(values))
        if (!a) throw new Error('a rule has a factor')
        const matrix = at === 'y'
        const made = b
          ? matrix
            ? matmul(a, b)
            : mul(a, b)
          : at === 'L' && !to
            ? sum(a)
            : at === 'z' && !to
              ? relu(a)
              : a
        if (at === 'L' && to === 'p') expect(new Set(result.values.flat())).toEqual(new Set([1]))
        else expect(rowsOf(made), `${mode} ${at} ${to}`).toEqual(result.values)
      }
  })

  it('gives one entry of the gradient by a forward pass, the one that the reverse pass has in its place', () => {
    for (const by of ['x', 'w'] as const)
      for (const row of [0, 1])
        for (const column of [0, 1]) {
          const { steps, rate } = model({ ...start, mode: 'forward', by, row, column })
          expect(steps.at(-1)?.result?.values[0]?.[0]).toBeCloseTo(rate, 12)
          const basis = [x, w].map((m, k) =>
            m.map((r, i) =>
              r.map((_, j) => ((k === 0) === (by === 'x') && i === row && j === column ? 1 : 0)),
            ),
          )
          expect(rate).toBeCloseTo(jvp(loss, [x, w], basis as [number[][], number[][]])[1].item(), 12)
        }
  })

  it('knows what is filled at each step, and nothing beyond', () => {
    expect([...model({ ...start, step: 2 }).values]).toEqual(['x', 'w', 'c', 'y', 'z'])
    expect(model({ ...start, step: 4 }).gradients.size).toBe(0)
    expect([...model({ ...start, step: 6 }).gradients].sort()).toEqual(['L', 'p', 'z'])
    expect([...model({ ...start, mode: 'forward', step: 1 }).nudged]).toEqual(['w', 'y'])
  })

  it('keeps for the way back exactly what the rules read', () => {
    const graph = networkOf(start)
    expect([...kept].sort()).toEqual(['c', 'w', 'x', 'z'])
    expect([...keptBeyond].sort()).toEqual(['x', 'z'])
    for (const node of graph.nodes) {
      const { primitive, inputs, value, params } = node
      if (!primitive) continue
      const own = nameOf(node)
      const names = inputs.map((id) => graph.nodes[id]).map((input) => (input ? nameOf(input) : 'c'))
      const send = (without?: Name) => {
        const spoilt = (name: Name, v: Tensor) => (name === without ? mul(0, v) : v)
        const at = {
          inputs: names.map((name) => spoilt(name, nodeOf(graph, name).value)),
          output: spoilt(own, value),
          params,
        }
        return names.flatMap((name, i) =>
          name === 'c' ? [] : [primitive.vjp(mul(1.3, value), i, at).toArray()],
        )
      }
      for (const name of [...names, own])
        if (reads[own].includes(name)) expect(send(name), `${own} reads ${name}`).not.toEqual(send())
        else expect(send(name), `${own} does not read ${name}`).toEqual(send())
    }
  })

  it('has shapes and counts of passes for any sizes', () => {
    const graph = networkOf(start)
    const shapes = shapesAt({ N: 2, D: 2, M: 3 })
    for (const node of graph.nodes) expect(node.shape).toEqual(shapes[nameOf(node)])
    expect(entries(shapes.w)).toBe(6)
    expect(bytesText(['x', 'z'], { N: 2, D: 2, M: 3 }, 8)).toBe('80 bytes')
    expect(passes({ N: 2, D: 2, M: 3 })).toEqual({
      L: { forward: 10, reverse: 1 },
      y: { forward: 10, reverse: 6 },
    })
    expect(passes({ N: 64, D: 4096, M: 4096 }).L).toEqual({ forward: 17_039_360, reverse: 1 })
  })
})
