import { describe, expect, it } from 'vitest'
import { loadKernel } from '@/autodiff/kernel'
import { layerLetters } from '@/figure/pure'
import { nth, random, Tensor } from '@/autodiff'
import { conventionOf, type Owner } from '@/topics/letters/conventions'
import { byLoops } from './byLoops.handout'
import { model, most, operations } from './model'
import { race, sizesUpTo, type Open, type Timed } from './run'
import { loadPrograms, programIn } from './programs'
import { given, offBy, programs, timing, ways } from './timing'

/** Times as a device might have them: no test says how fast one is. */
const timed = (largest: number): Timed[] =>
  sizesUpTo(largest).flatMap((n) =>
    ways.map((way, k) => ({ way, n, milliseconds: (n / 64) ** 3 / 4 ** k, off: k === 0 ? 0 : 1e-6 })),
  )

describe('three ways', () => {
  it('give both gradients, each with no more than rounding', async () => {
    for (const letters of layerLetters)
      for (const way of ['loops', 'products'] as const)
        expect(timing(way, 24, letters).off, `${way} ${letters}`).toBeLessThan(1e-6)
    await loadKernel()
    expect(timing('kernel', 24).off).toBeLessThan(1e-6)
  })

  it('are checked: a wrong entry is seen, and one that is no number', () => {
    const all = given(8)
    const { dx, dw } = byLoops(8, 8, 8, all.x, all.w, all.dy)
    expect(offBy(8, all, { dx, dw })).toBeLessThan(1e-6)
    expect(offBy(8, all, { dx: dw, dw: dx })).toBeGreaterThan(0.1)
    expect(offBy(8, all, { dx, dw: dw.map((v) => v + 0.01) })).toBeGreaterThan(1e-3)
    expect(offBy(8, all, { dx: dx.map(() => NaN), dw })).toBe(Infinity)
  })

  it('do what the definition says, at sizes that differ', () => {
    const [x, w, dy] = [Float32Array.of(1, 2), Float32Array.of(1, 2, 3, 4, 5, 6), Float32Array.of(1, 0, -1)]
    const { dx, dw } = byLoops(1, 2, 3, x, w, dy)
    expect(Array.from(dx)).toEqual([1 - 3, 4 - 6])
    expect(Array.from(dw)).toEqual([1, 0, -1, 2, 0, -2])
    expect(given(8).x).toHaveLength(64)
  })
})

it('loops and products of each spelling are the same at sizes that differ', () => {
  const [N, D, M] = [2, 3, 5]
  const next = random(7)
  const drawn = (size: number) => Float32Array.from({ length: size }, () => next() - 0.5)
  for (const letters of layerLetters) {
    const convention = conventionOf(letters)
    const tensorOf = (of: Owner) => {
      const shape = convention.shapes[of].split('×').map((axis) => ({ N, D, M })[axis] ?? NaN)
      return new Tensor(drawn(N * D * M).slice(0, nth(shape, 0) * nth(shape, 1)), shape)
    }
    const [x, w, dy] = [tensorOf('x'), tensorOf('w'), tensorOf('y')]
    const own = programs[letters]
    const data = [x, w, dy].map((of) => Float32Array.from(of.data))
    const found = Object.values(own.byLoops(N, D, M, nth(data, 0), nth(data, 1), nth(data, 2)))
    const right = Object.values(own.byProducts(x, w, dy))
    found.forEach((one, k) =>
      one.forEach((value, at) => expect(value, letters).toBeCloseTo(nth(nth(right, k).data, at), 5)),
    )
  }
})

it('the programs are shown without types, and nothing else is changed', async () => {
  await loadPrograms()
  const [loops, products] = (['loops', 'products'] as const).map((which) => programIn(which, 'handout').text)
  expect(loops).toContain('sum += dy[n * M + m] * w[d * M + m]')
  expect(loops).toMatch(/^function byLoops\(N, D, M, x, w, dy\) \{/)
  expect(products).toBe(
    'function byProducts(x, w, dy) {\n  const dx = matmul(dy, transpose(w))\n  const dw = matmul(transpose(x), dy)\n  return { dx, dw }\n}',
  )
  for (const letters of layerLetters)
    for (const which of ['loops', 'products'] as const)
      expect(programIn(which, letters).text).not.toMatch(/ as |: number|import|export/)
  expect(programIn('products', 'nn.Linear').text).toContain('dW = matmul(transpose(dy), x)')
})

describe('a race', () => {
  const open = new Set<object>()
  /** Workers that say what they are told to: the loops eight times slower than the core, and so on. */
  const here: Open = () => {
    const talk = {
      ask: (_: string, { way, n }: { way: (typeof ways)[number]; n: number }) =>
        Promise.resolve({ milliseconds: (n / 64) ** 3 / 8 ** ways.indexOf(way), off: 0 }),
      end: () => open.delete(talk),
    }
    open.add(talk)
    return talk as never as ReturnType<Open>
  }

  it('goes up to the largest size, and a way that would take too long stops earlier', async () => {
    const found: Timed[] = []
    await race(
      { largest: 2048, letters: 'handout' },
      here,
      () => undefined,
      (each) => found.push(each),
    )
    const last = (way: string) => Math.max(...found.filter((each) => each.way === way).map(({ n }) => n))
    expect(ways.map(last)).toEqual([512, 1024, 2048])
    expect(open.size).toBe(0)
    expect(sizesUpTo(100)).toEqual([8, 16, 32, 64])
  })
})

describe('what is said', () => {
  it('is before any race that the operations are the same', () => {
    const { says, chart, rows } = model({ largest: 512 }, [])
    expect(says).toBe(
      '{dx} and {dw} of a layer with N = D = M = 512 are 5.37 × 10⁸ multiplications and additions, whether nested loops do them one by one or two matrix products do.',
    )
    expect(chart.label).toBe('operations')
    expect(rows.every(({ time, gain }) => time === undefined && gain === undefined)).toBe(true)
  })

  it('compares all ways at the largest size that all did', () => {
    const found = timed(512).filter(({ way, n }) => way !== 'loops' || n <= 128)
    const { n, rows, says, chart } = model({ largest: 512 }, found)
    expect(n).toBe(128)
    expect(rows[0]).toEqual({ way: 'loops', time: '8 ms', rate: '1.05', gain: '1', off: '0' })
    expect(rows[2]?.gain).toBe('16')
    expect(says).toBe(
      'With N = D = M = 128, the loops took 8 ms for {dx} and {dw}, the core’s products 2 ms, and the kernel 500 µs: 16 times as fast as the loops, with the same 8.39 × 10⁶ operations.',
    )
    expect(chart.series.map(({ points }) => points.length)).toEqual([5, 7, 7])
  })

  it('is whole at every size, and each point is inside the plot', () => {
    for (const largest of [8, 9, 64, 700, most])
      for (const found of [[], timed(8).slice(0, 1), timed(largest)]) {
        const scene = model({ largest }, found)
        expect(JSON.stringify(scene)).not.toMatch(/NaN|undefined|Infinity|null/)
        for (const [n, value] of scene.chart.series.flatMap(({ points }) => points)) {
          expect(n).toBeLessThanOrEqual(most)
          expect(value).toBeGreaterThan(scene.chart.min)
          expect(value).toBeLessThan(scene.chart.max)
        }
      }
    expect(operations(10)).toBe(4000)
  })
})
