import { describe, expect, it, vi } from 'vitest'
import * as ad from '../index.ts'
import { full } from '../core/tensor.ts'
import { bind, nth, primitives, sample, Tensor, vjp } from '../index.ts'
import { compiled } from './compiled.ts'

const numbers = (of: readonly Tensor[]) => of.map(({ data, shape }) => ({ shape, data: Array.from(data) }))
const single = ({ data, shape }: Tensor) => new Tensor(Float32Array.from(data), shape)

// Whole numbers that name places decide what is moved where: they stay as they were when the op was written down.
describe.each([...primitives])('%s', (_, op) => {
  it.each(op.points)(
    'forward and back, run again on other numbers, is the same to the last bit, at "$shapes"',
    (point) => {
      const { inputs, params } = sample(point, 1)
      for (const precision of [single, (x: Tensor) => x]) {
        const first = inputs.map((x, i) => (point.whole?.[i] ? x : precision(x)))
        /** The same numbers in other places, so that all stay where the op has values. */
        const moved = (by: number) =>
          first.map(({ data, shape }, i) => {
            const at = (k: number) => data[(k * by + i) % data.length] as number
            return point.whole?.[i]
              ? nth(first, i)
              : new Tensor(
                  data.map((_value, k) => at(k)),
                  shape,
                )
          })
        const f = (...xs: Tensor[]) => {
          const [y, pull] = vjp((...at: Tensor[]) => bind(op, at, params), xs)
          return [y, ...pull(full(y.shape, 0.75, y.dtype))]
        }
        const step = compiled(f, first)
        expect(numbers(step.outputs)).toEqual(numbers(f(...first)))
        for (const by of [1, 2, 3]) {
          const given = moved(by)
          for (const [i, { data }] of given.entries()) step.inputs[i]?.data.set(data)
          step.run()
          expect(numbers(step.outputs)).toEqual(numbers(f(...given)))
        }
      }
    },
  )
})

const network = (x: Tensor, t: Tensor) => (w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor) => {
  const h = ad.relu(ad.add(ad.matmul(x, w1), b1))
  const p = ad.logSoftmax(ad.add(ad.matmul(h, w2), b2), { axis: 1 })
  return ad.neg(ad.mean(ad.sum(ad.mul(t, p), { axis: 1 })))
}
const draw = (seed: number, ...shape: number[]) => {
  const next = ad.random(seed)
  return new Tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => next() - 0.5),
    shape,
  )
}
const descent = () => {
  const loss = ad.valueAndGrad(network(draw(1, 20, 2), draw(2, 20, 2)), [0, 1, 2, 3])
  return (...p: Tensor[]) => {
    const [value, gradients] = loss(...(p as [Tensor, Tensor, Tensor, Tensor]))
    return [value, ...p.map((each, k) => ad.sub(each, ad.mul(0.5, nth(gradients as Tensor[], k))))]
  }
}
const start = () => [draw(3, 2, 7), draw(4, 1, 7), draw(5, 7, 2), draw(6, 1, 2)]

it('trains as the uncompiled steps do, to the last bit, after fifty of them', () => {
  const f = descent()
  const step = compiled(f, start())
  let slow = start()
  for (let k = 0; k < 50; k++) {
    step.run()
    const [value, ...next] = f(...slow)
    expect(step.outputs[0]?.item()).toBe(value?.item())
    for (const [i, { data }] of step.outputs.slice(1).entries()) step.inputs[i]?.data.set(data)
    slow = next
  }
  expect(numbers(step.inputs)).toEqual(numbers(slow))
})

it('leaves what it was given alone, makes no array, and computes what does not change once', () => {
  const given = start()
  const step = compiled(descent(), given)
  const made = vi.spyOn(globalThis, 'Float32Array')
  step.run()
  expect(made).not.toHaveBeenCalled()
  made.mockRestore()
  step.inputs[0]?.data.fill(9)
  expect(numbers(given)).toEqual(numbers(start()))
  let calls = 0
  const counted = {
    ...ad.exp.primitive,
    loop: undefined,
    forward: (...at: Parameters<typeof ad.exp.primitive.forward>) => (
      calls++,
      ad.exp.primitive.forward(...at)
    ),
  }
  const fixed = compiled(
    (x) => [ad.mul(x, bind(counted as never, [ad.tensor(1)], undefined))],
    [ad.tensor(2)],
  )
  for (let k = 0; k < 3; k++) fixed.run()
  expect([calls, fixed.outputs[0]?.item()]).toEqual([1, 2 * Math.E])
})
