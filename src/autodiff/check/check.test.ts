import { describe, expect, test } from 'vitest'
import { multilinear } from '../core/primitive.ts'
import {
  add,
  bind,
  checkGrads,
  div,
  exp,
  logSoftmax,
  matmul,
  mul,
  sin,
  sub,
  sum,
  tanh,
  tensor,
  where,
} from '../index.ts'
import type { CheckOptions, Primitive, Tensor, TensorLike } from '../index.ts'

describe('checkGrads', () => {
  test('agrees with a right rule in all ways', () => {
    const report = checkGrads(
      (x: Tensor, w: Tensor) => sum(tanh(matmul(x, w))),
      [
        [[1, 2]],
        [
          [1, -1],
          [0.5, 2],
        ],
      ],
    )
    expect(report.ok).toBe(true)
    expect(report.checks.map(({ modes }) => modes)).toEqual([
      'the same twice',
      'forward',
      'reverse',
      'transpose',
      'forward, each entry',
      'reverse, each entry',
      'forward of forward',
      'reverse of forward',
      'transpose of forward',
      'forward of reverse',
      'reverse of reverse',
      'transpose of reverse',
    ])
  })
  test('catches a function whose derivative is hidden from it', () => {
    const wrong = (x: Tensor): Tensor => sub(mul(x, x), tensor(x.item() ** 2 / 2))
    const report = checkGrads(wrong, [3])
    expect(report.ok).toBe(false)
    expect(report.worst).toBeGreaterThan(1000)
  })
  test('reports NaN as a failure', () => {
    const report = checkGrads((x: Tensor) => mul(x, NaN), [3], { order: 1 })
    expect([report.ok, report.worst]).toEqual([false, Infinity])
  })

  const failed = (f: (x: Tensor) => Tensor, at: TensorLike, options: CheckOptions = {}): string[] =>
    checkGrads(f, [at], options).checks.flatMap(({ ok, modes }) => (ok ? [] : modes))
  /** f, of whose derivative a part is hidden. */
  const hiding = (part: number, f: (x: Tensor) => Tensor) => (x: Tensor) =>
    add(mul(1 - part, f(x)), mul(part, f(tensor(new Float64Array(x.data)))))
  const square = (x: Tensor): Tensor => mul(x, x)

  test('lets no infinity pass', () => {
    const report = checkGrads((x: Tensor) => exp(x), [709.782712893])
    expect([report.ok, report.worst]).toEqual([false, Infinity])
  })
  test('finds NaN in one of many outputs', () => {
    expect(failed((x) => mul(x, [1, 1, NaN]), [1, 2, 3])).toContain('forward, each entry')
  })
  test('judges small derivatives as it judges large ones', () => {
    for (const scale of [1e-12, 1e-6, 1, 1e6, 1e12]) {
      const f = (x: Tensor): Tensor => mul(scale, square(x))
      expect(failed(f, 3), String(scale)).toEqual([])
      expect(failed(hiding(1e-4, f), 3), String(scale)).toContain('forward')
    }
  })
  test('finds one small entry among large ones', () => {
    const sizes = [1e6, 1e-3, 1e6, 1e6]
    const f = (x: Tensor): Tensor => mul(sizes, square(x))
    const one = (x: Tensor): Tensor => where([0, 1, 0, 0], hiding(0.01, f)(x), f(x))
    expect(failed(f, [1, 2, 3, 4])).toEqual([])
    expect(failed(one, [1, 2, 3, 4], { order: 1 })).toEqual(['forward, each entry', 'reverse, each entry'])
  })
  test('finds a function that does not give the same twice', () => {
    let calls = 0
    expect(failed((x) => mul(x, calls++ % 2 ? 1 : 1 + 1e-15), 3, { order: 1 })).toEqual(['the same twice'])
  })
  test('holds the two modes against each other to nearly all digits', () => {
    const twice = multilinear<readonly [Tensor], undefined>({
      ...(sin.primitive as unknown as Primitive<readonly [Tensor], undefined>),
      name: 'twice',
      forward: ([x]) => mul(2, x),
      vjp: (g) => mul(2 * (1 + 1e-10), g),
    })
    expect(failed((x) => bind(twice, [x], undefined), [1, 2, 3], { order: 1 })).toEqual(['transpose'])
  })
  test('knows single precision, and finds there what it can', () => {
    const at = tensor([0.3, -1.2, 2.5], { dtype: 'float32' })
    const all = [
      sin,
      tanh,
      square,
      (x: Tensor) => exp(mul(x, sin(x))),
      (x: Tensor) => sum(mul(x, x)),
      logSoftmax,
    ]
    for (const f of all) {
      expect(failed((x) => f(x), at)).toEqual([])
      expect(
        failed(
          hiding32((x) => f(x)),
          at,
        ),
      ).not.toEqual([])
    }
  })
  /** f, of whose derivative a fiftieth is hidden. */
  const hiding32 = (f: (x: Tensor) => Tensor) => (x: Tensor) =>
    add(mul(0.98, f(x)), mul(0.02, f(tensor(new Float32Array(x.data)))))
  test('takes inputs of any size', () => {
    for (const at of [1e-8, 1e-3, 1e5, 1e9])
      expect(
        failed((x) => div(1, x), at),
        String(at),
      ).toEqual([])
  })
})
