import { describe, expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { start } from '@/topics/jacobian/state'
import { model, nudgeFor, type State } from './model'
import { wires } from './wires'

const state: State = {
  ...start('matmul-x'),
  with: 'nudge',
  delta: nudgeFor(4),
  outer: 'rows',
  step: 0,
  flat: false,
  over: 'input',
}
const drawn = (change: Partial<State>) => {
  const next = { ...state, ...change }
  const scene = model(next)
  if ('error' in scene) throw new Error(scene.error)
  const { diagram, summed } = wires(next, scene, next.with === 'chain')
  return { product: nth(diagram, 0), summed, scene }
}

describe('the contraction as wires', () => {
  it('joins one wire for each axis of the nudge, and leaves those of y free', () => {
    const { product, summed, scene } = drawn({})
    expect(summed).toHaveLength(scene.derived.input.length)
    expect(product.free).toHaveLength(scene.derived.y.rank)
    const [rates, nudge] = product.nodes
    expect(nudge?.legs.every((wire) => rates?.legs.includes(wire))).toBe(true)
  })

  it('has one wire where the axes are laid flat', () => {
    expect(drawn({ flat: true }).summed).toHaveLength(1)
  })

  it('joins the axes of y in the chain, and for the printed sum', () => {
    expect(drawn({ with: 'chain' }).summed).toEqual(['n', 'm'])
    expect(drawn({ over: 'output' }).summed).toEqual(['n', 'm'])
  })
})
