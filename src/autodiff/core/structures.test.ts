import { describe, expect, test } from 'vitest'
import * as ad from '../index.ts'
import { grad, jacrev, jvp, tensor, vjp, type Tensor } from '../index.ts'

const slope = (f: (x: Tensor) => Tensor, x: number): number => grad(f)(x).item()

describe('structures', () => {
  test('go in and come out of every transformation', () => {
    const f = ({ a }: { a: Tensor }, [b, c]: [Tensor, Tensor]) => ({
      twice: ad.mul(a, 2),
      both: [ad.mul(a, b), c] as const,
    })
    const [value, pullback] = vjp(f, [{ a: 3 }, [tensor(4), tensor(5)]])
    expect([value.twice.item(), value.both[0].item(), value.both[1].item()]).toEqual([6, 12, 5])
    const [da, [db, dc]] = pullback({ twice: 1, both: [10, 100] })
    expect([da.a.item(), db.item(), dc.item()]).toEqual([42, 30, 100])
    expect(jvp(f, [{ a: 3 }, [tensor(4), tensor(5)]], [{ a: 1 }, [0, 0]])[1].both[0].item()).toBe(4)
    expect(() => pullback({ twice: 1, both: [1, 2], more: 3 } as never)).toThrow(
      '2 parts are wanted, 3 given',
    )
    expect(() => pullback({ twice: 1 } as never)).toThrow('2 parts are wanted, 1 given')
  })
  test('an input not used gets zeros, a value used twice both contributions, and a pullback answers twice', () => {
    const [, pullback] = vjp((a: Tensor, _: Tensor) => ad.mul(a, a), [3, [1, 2]])
    expect(pullback(1).map((g) => g.toArray())).toEqual([6, [0, 0]])
    expect(pullback(1).map((g) => g.toArray())).toEqual([6, [0, 0]])
  })
  test('a function that ignores its input has derivative zero', () => {
    expect(jvp((_: Tensor) => tensor([1, 2]), [3], [1])[1].toArray()).toEqual([0, 0])
    expect(jacrev(() => tensor([1, 2]))([1, 1, 1]).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })
  test('code may look at a traced value and branch', () => {
    const f = (x: Tensor): Tensor => (x.item() > 0 ? ad.mul(x, 3) : x)
    expect([slope(f, 1), slope(f, -1)]).toEqual([3, 1])
  })
})
