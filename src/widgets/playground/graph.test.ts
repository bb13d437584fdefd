import { describe, expect, it } from 'vitest'
import { add, type Tensor } from '@/autodiff'
import { evaluate } from '@/derive'
import { programs } from '@/topics/programs/programs'
import { graphOf, type Move } from './graph'
import { model } from './model'
import { startOf } from './state'

const numbersOf = (program: string) => {
  const { numbers, layer } = model(startOf(program))
  if (!numbers || !layer) throw new Error('the layer could not be computed')
  return { numbers, layer }
}

/** What a step back brings, from its line alone. */
function brought(move: Move, value: (name: string) => Tensor): Tensor {
  const names = [...move.local.matchAll(/^([\p{L}_][\p{L}\p{N}_′]*):/gmu)].map(([, name = '']) => name)
  const inputs = Object.fromEntries(names.map((name) => [name, value(name)]))
  return evaluate(move.local, inputs, value(`d${move.at}`)).line(move.lines.at(-1)?.text ?? '')
}

describe('both passes over the graph of a program', () => {
  it.each(programs.map(({ name, text }) => [name, text] as const))(
    '%s: what the local rules bring to a value adds up to its gradient',
    (_, text) => {
      const { numbers, layer } = numbersOf(text)
      const { nodes, moves } = graphOf(text)
      const back = moves.filter(({ kind }) => kind === 'backward')
      expect(moves.length - back.length).toBe(layer.steps.filter(({ hidden }) => !hidden).length)
      for (const { name } of nodes) {
        const parts = back.filter(({ to }) => to === name)
        if (parts.length === 0) continue
        const whole = parts.map((move) => brought(move, numbers.value)).reduce((a, b) => add(a, b))
        const gradient = numbers.value(`d${name}`)
        expect(whole.shape).toEqual(gradient.shape)
        whole.data.forEach((value, k) => expect(value).toBeCloseTo(gradient.data[k] ?? Number.NaN, 8))
        expect(parts.map(({ part }) => part)).toEqual(parts.map((__, k) => [k + 1, parts.length]))
      }
    },
  )

  it('a line in several steps says what its names are', () => {
    const { moves } = graphOf('x: N×D\nv: D×H\nw: H×D\nh = relu(x v)\ny = x + h w')
    expect(moves.find(({ at, to }) => at === 'h' && to === 'x')?.lines.map(({ text }) => text)).toEqual([
      's = x v',
      'ds = dh ⊙ step(s)',
      'dx = ds vᵀ',
    ])
  })

  it('a value comes after what it takes, and is its inputs’ neighbour', () => {
    const { nodes } = graphOf('x: N×D\nv: D×H\nw: H×D\nh = relu(x v)\ny = x + h w')
    expect(nodes.map(({ name, inputs }) => [name, inputs])).toEqual([
      ['x', []],
      ['v', []],
      ['w', []],
      ['h', [0, 1]],
      ['y', [0, 3, 2]],
    ])
  })

  it('a line that is no layer by itself keeps its step, and says no rule', () => {
    const { moves } = graphOf('x: N×D\ns = sum(x, axis=1)\ny = s / D')
    expect(moves.map(({ at, to, lines }) => [at, to, lines.length])).toEqual([
      ['s', undefined, 1],
      ['y', undefined, 1],
      ['y', 's', 0],
      ['s', 'x', 1],
    ])
  })

  it('a line that reaches the output nowhere gets nothing back', () => {
    const { moves } = graphOf('x: N\ns = x * 2\ny = tanh(x)')
    expect(moves.filter(({ kind }) => kind === 'backward').map(({ at, to }) => [at, to])).toEqual([
      ['y', 'x'],
    ])
  })
})
