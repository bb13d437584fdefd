import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimate, observe, parse, primitives, shaped, type Tensor } from '@/autodiff'
import { bounds, ofCurve, tooMuch } from './bounds'
import { readFunction } from './expression'

const problem = (source: string): string | undefined => {
  const read = readFunction(source, ['x'])
  return 'error' in read ? read.error : undefined
}

describe('a function that would take too long is refused before anything is computed', () => {
  test.each([
    'sum(broadcastTo(x,[1e5]))',
    'sum(broadcastTo(x,[3e7]))',
    'sum(broadcastTo(0*x,[1e5,1e5]))',
    'sum(broadcastTo(2,[3e7]))+x',
    'sum(pad(reshape(x,[1]),[0],[3e7]))',
    'mean(outer(broadcastTo(x,[9e3]),broadcastTo(x,[9e3])))',
    'sum(broadcastTo(x,[40,40])@broadcastTo(x,[40,40]))',
    'x*sum(onehot(0,3e7))',
    'sum(broadcastTo(x,[sum(broadcastTo(1,[9e6]))]))',
    'x*sum(conv2d(broadcastTo(1,[99,99,3]),broadcastTo(1,[9,9,3,9])))',
  ])('%s', (source) => {
    expect(problem(source)).toMatch(
      /^This can't be computed: \w+: this takes [\d,]+ \w+.* at most [\d,]+ are allowed here\.$/,
    )
  })
  test('and one of a few numbers is not', () => {
    for (const source of [
      'sum(broadcastTo(x,[100]))',
      'sum([1,2,3]*x)',
      'mean(outer([x,1],[x,2]))',
      'x^2*sin(x)',
    ])
      expect(problem(source), source).toBeUndefined()
  })
  test('a setting of the wrong kind is a sentence', () => {
    expect(problem('sum(reshape(x, 6))')).toMatch(/reshape: \(\) to \(6\): 1 values do not fill/)
    expect(problem('sum(reshape(x, [[1]]))')).toMatch(
      /shape of (reshape|broadcastTo) is a list of whole numbers/,
    )
    expect(problem('sum(broadcastTo(x, [0.5]))')).toMatch(
      /shape of (reshape|broadcastTo) is a list of whole numbers/,
    )
    expect(problem('sum(broadcastTo(x, [-5]))')).toMatch(/no length is below 0/)
    expect(problem('sum(convKernel(x, x))')).toMatch(/convKernel.*an image is H×W×C/)
    expect(problem('sum(convImage(x, x))')).toMatch(/convImage.*a kernel is kh×kw×C×O/)
  })
})

/** Every op of the core with as many inputs as it takes; where it wants a setting, that is one more refusal. */
const everyOp = [...primitives].map(([name, { points }]) => ({
  name,
  inputs: points[0]?.shapes?.split(',').length ?? 1,
}))

/** Formulas of every op, with settings that may be huge. */
const size = fc.oneof(
  fc.constantFrom('1', '2', '3', '9e9', '1e5', '3e7', '1e300', '-1', '0', '0.5', '40', '300'),
)
const formula = fc.letrec<{ any: string }>((tie) => {
  const any = tie('any')
  const call = (name: string, ...rest: fc.Arbitrary<string>[]) =>
    fc.tuple(any, ...rest).map((parts) => `${name}(${parts.join(',')})`)
  const sizes = fc.array(size, { maxLength: 3 }).map((list) => `[${list.join(',')}]`)
  const pair = (sign: string) => fc.tuple(any, any).map(([a, b]) => `(${a}${sign}${b})`)
  return {
    any: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom('x', '2', '[x,1]', '[[x,1],[2,3]]', '1e9'),
      call('broadcastTo', sizes),
      call('reshape', sizes),
      call('pad', sizes, sizes),
      call('onehot', size),
      call('mean'),
      call('softmax'),
      call('outer', any),
      fc.constantFrom(...everyOp).chain(({ name, inputs }) => call(name, ...Array(inputs - 1).fill(any))),
      ...['+', '*', '@', '^'].map(pair),
      fc.tuple(any, any).map(([a, b]) => `concat([${a},${b}])`),
      fc.tuple(any, any).map(([a, b]) => `[${a},${b}]`),
      fc.tuple(any, size).map(([a, k]) => `(${a})[0:${k}]`),
    ),
  }
}).any

/** What a function truly takes, counted while it runs. */
function taken(run: () => unknown): { entries: number; operations: number } {
  const total = { entries: 0, operations: 0 }
  observe(run, (op, { inputs, output, params }) => {
    total.entries += output.size
    total.operations += op.cost(
      inputs.map(({ shape }) => shape),
      output.shape,
      params,
    )
  })
  return total
}

test('ten thousand programs are refused, or take no more than is allowed', () => {
  const counts = { refused: 0, bounded: 0, run: 0 }
  const holds = (text: string, summed: boolean): void => {
    const source = summed ? `sum(${text})` : text
    const read = readFunction(source, ['x'])
    if ('error' in read) {
      counts[read.error.includes('allowed here') ? 'bounded' : 'refused']++
      return
    }
    counts.run++
    const { entries, operations } = taken(() => read.fn.value([0.5]))
    expect(entries, source).toBeLessThanOrEqual(ofCurve.entries)
    expect(operations, source).toBeLessThanOrEqual(ofCurve.operations)
    // A reverse pass takes a few times what the value takes, whatever the function is.
    const back = taken(() => read.fn.gradient([0.5]))
    expect(back.entries, source).toBeLessThanOrEqual(4 * ofCurve.entries)
    expect(back.operations, source).toBeLessThanOrEqual(4 * ofCurve.operations)
  }
  fc.assert(fc.property(formula, fc.boolean(), holds), { numRuns: 10_000, seed: 1 })
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(500)
})

test('what readers type about whole tensors has larger bounds', () => {
  const { f } = parse('sum(x @ w)', { names: ['x', 'w'] })
  const square = (n: number): Tensor => shaped([n, n])
  expect(tooMuch(f, { x: square(60), w: square(60) })).toBeUndefined()
  expect(tooMuch(f, { x: square(200), w: square(200) })).toMatch(/^matmul: this takes 16,000,000 operations/)
  expect(tooMuch(f, { x: square(60), w: square(61) })).toBeUndefined()
  expect(estimate((x: Tensor) => x, [square(9)]).entries).toBeLessThan(bounds.entries)
})
