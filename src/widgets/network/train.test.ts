import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grad, mul, nth, sub, tensor } from '@/autodiff'
import { differencesOf, largestGap } from '@/topics/linear-layer/model'
import { count, dataOf } from './data'
import { init, lossOf, weightsOf, type Params } from './net'
import { advance, begin, trainer, type Settings } from './train'

const moons: Settings = { data: 'moons', H: 8, seed: 1, rate: 0.5 }

describe('the data', () => {
  it.each(['moons', 'spiral'] as const)(
    '%s: the same for a seed, other for another, and within the picture',
    (name) => {
      expect(dataOf(name, 3)).toEqual(dataOf(name, 3))
      expect(dataOf(name, 3)).not.toEqual(dataOf(name, 4))
      for (let seed = 1; seed < 40; seed++) {
        const { x, labels } = dataOf(name, seed)
        expect(x).toHaveLength(count)
        expect(labels.filter((label) => label === 1)).toHaveLength(count / 2)
        expect(Math.max(...x.flat().map(Math.abs))).toBeLessThan(2)
      }
    },
  )
})

describe('the gradients', () => {
  it('of every parameter are what central differences find', () => {
    const { x, labels } = dataOf('spiral', 2)
    const [points, weights] = [tensor(x.slice(0, 9).map((at) => [...at])), weightsOf(labels.slice(0, 9))]
    const params = init(5, 6)
    const found = grad((of: Params) => lossOf(points, weights, of))(params)
    for (const name of ['w1', 'b1', 'w2', 'b2'] as const) {
      const rows = params[name].toArray() as number[][]
      const nudged = differencesOf(
        (moved) => lossOf(points, weights, { ...params, [name]: tensor(moved) }).item(),
        rows,
      )
      expect(largestGap(found[name].toArray() as number[][], nudged)).toBeLessThan(1e-8)
    }
  })
})

describe('training', () => {
  it.each([
    [moons, 300],
    [{ data: 'spiral', H: 16, seed: 1, rate: 0.5 } as Settings, 600],
  ])('%o learns its data in %i steps', (settings, steps) => {
    const { losses } = advance(begin(settings), steps)
    expect(losses.at(-1)).toBeLessThan(0.07)
  })

  it('goes step for step as the formula says it, to the last bit', () => {
    const settings: Settings = { data: 'spiral', H: 5, seed: 4, rate: 0.7 }
    const start = begin(settings)
    const { x, labels } = start.data
    const [points, weights] = [tensor(x.map((at) => [...at])), weightsOf(labels)]
    let { params } = start
    for (let k = 0; k < 20; k++) {
      const gradient = grad((of: Params) => lossOf(points, weights, of))(params)
      const down = (name: keyof Params) => sub(params[name], mul(settings.rate, gradient[name]))
      params = { w1: down('w1'), b1: down('b1'), w2: down('w2'), b2: down('b2') }
    }
    const run = advance(advance(start, 13), 7)
    expect(run.params).toEqual(params)
    expect(run.losses.at(-1)).toBe(lossOf(points, weights, params).item())
    expect(begin(settings).params).toEqual(start.params)
  })

  it('comes to the same in one go, in pieces, and through what was kept', () => {
    const whole = advance(begin(moons), 60)
    expect(advance(advance(begin(moons), 20), 40).losses).toEqual(whole.losses)
    const train = trainer(25, 30)
    expect(train(moons, 60).losses).toHaveLength(31)
    expect(train(moons, 60).losses).toHaveLength(56)
    expect(train(moons, 60).losses).toEqual(whole.losses)
    expect(train(moons, 60)).toBe(train(moons, 60))
  })

  it('starts over where the settings change, or fewer steps are asked for', () => {
    const train = trainer()
    train(moons, 10)
    expect(train({ ...moons, rate: 0.1 }, 3).losses).toEqual(
      advance(begin({ ...moons, rate: 0.1 }), 3).losses,
    )
    train(moons, 10)
    expect(train(moons, 4).losses).toEqual(advance(begin(moons), 4).losses)
  })

  it('goes downhill for a small rate', () => {
    const { losses } = advance(begin({ ...moons, rate: 0.01 }), 50)
    losses.slice(1).forEach((loss, k) => expect(loss).toBeLessThan(nth(losses, k)))
  })

  it('has finite numbers at any rate, and stops where it would leave them', () => {
    const stops: boolean[] = []
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(2, 5, 16),
        fc.constantFrom(0.1, 5, 30, 100, 1000),
        fc.constantFrom('moons', 'spiral'),
        (seed, H, rate, data) => {
          const run = advance(begin({ data: data as 'moons', H, seed, rate }), 40)
          stops.push(run.stopped)
          expect(run.losses.every((loss) => loss < 1e6)).toBe(true)
          expect(Object.values(run.params).every((of) => of.data.every(Number.isFinite))).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
    expect(stops).toContain(true)
  })
})
