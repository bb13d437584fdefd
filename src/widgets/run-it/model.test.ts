import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charts, costAt, foretold, most, nothing, sidesAt, type Measured } from './charts'
import { explicitOperations, jacobianBytes, layerBytes, layerOf, shortOperations } from './layer'
import { model, tooLarge } from './model'
import type { ExplicitRun, LayerRun } from './run'

/** Runs as a device might have measured them: no test says how fast one is. */
const layerRun = (N: number, total = 200): LayerRun => ({
  single: { y: total / 4, dx: total / 4, dw: total / 2, total, passes: 3 },
  variant: 'relaxed',
  bytes: layerBytes(layerOf(N)),
  checked: { count: 192, error: 4e-6, largest: 8 },
  split: { threads: 2, milliseconds: total / 1.6, shared: false, difference: 2e-7 },
})
const built = (N: number, milliseconds: number): ExplicitRun => ({
  N,
  milliseconds,
  bytes: jacobianBytes(layerOf(N)),
  difference: 3e-7,
  largest: 3,
})
const measured: Measured = {
  layers: new Map([[64, layerRun(64)]]),
  explicit: [built(4, 50), built(8, 1000)],
}
const anyN = fc.integer({ min: 1, max: most })
const values = (facts: ReturnType<typeof model>['road']) => facts.map(({ value }) => value)

describe('before anything is measured', () => {
  it('foretells bytes and operations, and says nothing of time', () => {
    const { says, products, findings, checks, charts: both } = model({ N: 64 }, nothing)
    expect(says).toBe(
      'With N = 64, D = M = 4096, forward and both gradients take 6.44 × 10⁹ operations; by way of ∂y/∂x, {dx} alone takes 87,400 times as many operations, and 256 GiB.',
    )
    expect(both.map(({ label }) => label)).toEqual(['bytes', 'operations'])
    expect(both.flatMap(({ explicit, short }) => [...explicit.dots, ...short.dots])).toEqual([])
    expect(products.every(({ time, rate }) => time === undefined && rate === undefined)).toBe(true)
    expect([...values(findings), ...values(checks('∂L/∂y·wᵀ'))].every((value) => value === undefined)).toBe(
      true,
    )
  })

  it('is whole at every size', () => {
    fc.assert(
      fc.property(anyN, fc.boolean(), (N, run) => {
        const scene = model({ N }, run ? measured : nothing)
        expect(JSON.stringify(scene)).not.toMatch(/NaN|undefined|Infinity|null/)
      }),
    )
  })
})

describe('lines', () => {
  it('pass through the exact cost at any N', () => {
    fc.assert(
      fc.property(anyN, (N) => {
        const [bytes, operations] = charts(nothing)
        const layer = layerOf(N)
        expect(costAt(N, bytes.explicit)?.value).toBe(jacobianBytes(layer))
        expect(costAt(N, bytes.short)?.value).toBe(layerBytes(layer))
        expect(costAt(N, operations.explicit)?.value).toBe(explicitOperations(layer))
        expect(costAt(N, operations.short)?.value).toBe(shortOperations(layer))
      }),
    )
  })

  it('say that cost in words at any N, one between two doublings too', () => {
    expect(costAt(20, charts(nothing)[0].explicit)?.text).toBe('2.441 GiB')
    fc.assert(
      fc.property(anyN, fc.boolean(), (N, run) => {
        for (const { explicit, short } of charts(run ? measured : nothing))
          for (const road of [explicit, short]) expect(costAt(N, road)?.text).toMatch(/^(about )?\d[^NI]*$/)
      }),
    )
  })

  it('of time run in the middle of what the built ones foretell, and grow as operations do', () => {
    const [, time] = charts(measured)
    expect(costAt(8, time.explicit)).toEqual({ value: 1, measured: true, text: '1 s' })
    const far = costAt(64, time.explicit)
    expect(far?.measured).toBe(false)
    const by = (run: ExplicitRun) =>
      ((run.milliseconds / 1000) * explicitOperations(layerOf(64))) / explicitOperations(layerOf(run.N))
    const seconds = measured.explicit.map(by)
    expect(foretold(64, measured.explicit)).toEqual({ low: Math.min(...seconds), high: Math.max(...seconds) })
    expect(far?.value).toBeCloseTo(Math.sqrt(seconds.reduce((a, b) => a * b)), 6)
    expect(far?.text).toMatch(/^[\d.]+ \w+ to [\d.]+ \w+$/)
    expect(costAt(64, time.short)).toEqual({ value: 0.2, measured: true, text: '200 ms' })
    expect(costAt(64, charts({ ...measured, explicit: [] })[1].explicit)).toBeUndefined()
  })

  it('have their costs written on two sides, the lower one below or beside', () => {
    const [bytes, operations] = charts(nothing)
    expect(sidesAt(64, bytes)).toEqual({ explicit: 'left', short: 'right' })
    expect(sidesAt(1, bytes)).toEqual({ explicit: 'right', short: 'above' })
    expect(sidesAt(1, operations)).toEqual({ explicit: 'above', short: 'right' })
    expect(sidesAt(most, bytes)).toEqual({ explicit: 'left', short: 'below' })
  })

  it('stay inside the plot', () => {
    for (const { min, max, explicit, short } of charts(nothing))
      for (const [, value] of [...explicit.line, ...short.line]) {
        expect(value).toBeGreaterThan(min)
        expect(value).toBeLessThan(max)
      }
  })
})

describe('once measured', () => {
  it('tells the times, the speed and what the threads gained', () => {
    const { says, products, findings, checks } = model({ N: 64 }, measured)
    expect(says).toMatch(
      /gradients took 200 ms here; by way of ∂y\/∂x, \{dx\} alone would take 4\.86 hours at that speed, and 256 GiB\.$/,
    )
    expect(products.at(-1)).toEqual({ name: 'all', operations: '6.44 × 10⁹', time: '200 ms', rate: '32.2' })
    expect(values(findings)).toEqual(['132 MiB', 'WebAssembly, relaxed SIMD', '2 threads: 125 ms, 1.60×'])
    expect(values(checks('∂L/∂y·wᵀ'))).toEqual(['5 × 10⁻⁷', '2 × 10⁻⁷', '1 × 10⁻⁷'])
  })

  it('keeps to the size that was measured: another one shows what is foretold of it', () => {
    const { says, products } = model({ N: 32 }, measured)
    expect(products.at(-1)?.time).toBeUndefined()
    expect(says).toMatch(/^With N = 32, D = M = 2048, forward and both gradients take 8\.05 × 10⁸ operations/)
    expect(model({ N: 8 }, measured).says).toContain('by way of ∂y/∂x, {dx} alone took 1 s, and 64 MiB.')
  })

  it('says where more threads gained nothing', () => {
    const slower = { threads: 2, milliseconds: 250, difference: 0, shared: false }
    const layers = new Map([[64, { ...layerRun(64), split: slower }]])
    expect(values(model({ N: 64 }, { ...measured, layers }).findings).at(-1)).toBe(
      '2 threads: 250 ms, no gain',
    )
  })

  it('says where there was one thread alone', () => {
    const alone = new Map([[64, { ...layerRun(64), split: undefined }]])
    expect(values(model({ N: 64 }, { ...measured, layers: alone }).findings).at(-1)).toBe(
      'this device offers one',
    )
  })
})

describe('a layer that is too large', () => {
  it('is refused with a sentence: by what WebAssembly can address, and by what the device has', () => {
    expect(tooLarge({ N: 512 }, undefined)).toBe(
      'With N = 512 the layer needs 8.25 GiB, and a kernel in WebAssembly can address 4 GiB. Choose a smaller N.',
    )
    expect(tooLarge({ N: 64 }, 0.25)).toBe(
      'With N = 64 the layer needs 132 MiB, more than a quarter of the 0.25 GiB that this device reports. Choose a smaller N.',
    )
    expect(tooLarge({ N: 64 }, 0.5)).toMatch(/more than a quarter of the 0\.5 GiB/)
    expect(tooLarge({ N: 64 }, 1)).toBeUndefined()
    expect(tooLarge({ N: 64 }, undefined)).toBeUndefined()
  })

  it('is one from some size on', () => {
    const all = Array.from({ length: most }, (_, k) => k + 1)
    for (const gibibytes of [0.25, 0.5, 1, 2, 4, 8, undefined]) {
      const allowed = all.filter((N) => !tooLarge({ N }, gibibytes))
      expect(allowed).toEqual(all.slice(0, allowed.length))
      expect(allowed.length).toBeGreaterThan(16)
    }
  })
})
