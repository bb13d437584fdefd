import { describe, expect, it } from 'vitest'
import { layerLetters } from '@/figure/pure'
import { matmul, nth, tensor, transpose } from '@/autodiff'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { handout, resize, type Numbers } from '@/topics/linear-layer/model'
import { lies } from './lies'
import { model, type State } from './model'

const turnedIf = (yes: boolean, values: Numbers): Numbers =>
  yes ? (transpose(tensor(values)).toArray() as number[][]) : values

describe.each(layerLetters)('both roads in the letters of %s', (letters) => {
  it.each(['x', 'w'] as const)('multiply what is drawn to the gradient by %s as it is drawn', (by) => {
    const state: State = { ...resize(handout, { N: 2, D: 4, M: 3 }), by }
    const scene = model(state)
    const convention = conventionOf(letters)
    const laid = lies(scene, by, letters)
    const gradient = turnedIf(isTurned(convention, by), scene.short.gradient)
    const dy = turnedIf(isTurned(convention, 'y'), scene.dy)
    const factors = factorsOf(convention, `d${by}`).map(({ of, turned }) =>
      of === 'dy' ? turnedIf(turned, dy) : laid.factor.map((row) => row.map(({ value }) => value)),
    )
    expect(laid.meeting).toEqual(factors.map((of) => tensor(of).shape))
    expect(matmul(nth(factors, 0), nth(factors, 1)).toArray()).toEqual(gradient)
    expect(laid.shape).toEqual(tensor(gradient).shape)
    // A block for each entry of y as it is drawn; each times its entry of dy, added up.
    const blocks = laid.blocks.flatMap((line, n) =>
      line.map(({ entries }, m) => ({ entries, rate: nth(nth(dy, n), m) })),
    )
    gradient.forEach((row, i) =>
      row.forEach((value, j) => {
        const sum = blocks.reduce((all, { entries, rate }) => all + nth(nth(entries, i), j).value * rate, 0)
        expect(sum).toBeCloseTo(value, 10)
      }),
    )
  })
})
