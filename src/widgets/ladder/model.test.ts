import { describe, expect, it } from 'vitest'
import { nth, random } from '@/autodiff'
import { explicitOperations, layerOf, shortOperations } from '../run-it/layer'
import { alongAxis, axis, model } from './model'
import { precision, rungs, type Climbed, type Found, type Rung } from './rungs'

/** A step as a device might have measured it: no test says how fast one is. */
const climbed = (rung: Rung, milliseconds: number, error = 1e-6): Climbed => ({
  rung,
  milliseconds,
  share: 1,
  checked: { count: 192, error, largest: 1 },
})

describe('before anything is measured', () => {
  it('says the operations, and what is done on no step', () => {
    const { says, notDone, rows } = model({ N: 64 }, [])
    expect(says).toBe(
      'With N = 64, D = M = 4096, forward and both gradients are 6.44 × 10⁹ operations on each step, and the answer is the same.',
    )
    expect(notDone).toBe(
      'Done on no step: ∂y/∂x, which is 256 GiB. To make it with a pass back for each entry of y, and to multiply by it, would take 87,400 times as many operations.',
    )
    expect(rows.map(({ rung }) => rung)).toEqual([...rungs])
    expect(rows.every(({ time, rate, notes }) => !time && !rate && notes.length === 0)).toBe(true)
  })
})

describe('what was measured', () => {
  it('is drawn to scale, and on a logarithmic axis, at any speed', () => {
    const next = random(2)
    for (let k = 0; k < 200; k++) {
      const N = Math.ceil(64 * next())
      const found = rungs.map((rung) => climbed(rung, 10 ** (6 * next() - 2)))
      const { rows, says } = model({ N }, found)
      const longest = Math.max(...found.map(({ milliseconds }) => milliseconds))
      for (const [i, { length = NaN, place = NaN, rate = '' }] of rows.entries()) {
        const { milliseconds } = nth(found, i)
        expect(length).toBeCloseTo(milliseconds / longest, 9)
        const speed = shortOperations(layerOf(N)) / milliseconds / 1e6
        // The reader's way: a mark and the next are as far apart everywhere.
        if (speed > axis.min && speed < axis.max)
          expect(place * (axis.ticks.length - 1)).toBeCloseTo(Math.log10(speed) + 2, 9)
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(1)
        expect(rate).toMatch(/GFLOP\/s$/)
      }
      const fastest = found.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a))
      if (fastest.rung !== 'loops') {
        const gain = Number(
          /: ([\d.,×⁰¹²³⁴⁵⁶⁷⁸⁹ ]+) times as fast/
            .exec(says)?.[1]
            ?.replace(/,/g, '')
            .replace(/ × 10⁶/, 'e6'),
        )
        expect(gain / (nth(found, 0).milliseconds / fastest.milliseconds)).toBeCloseTo(1, 2)
      }
      expect(JSON.stringify(rows)).not.toMatch(/NaN|undefined|Infinity|null/)
    }
    expect(axis.ticks.map(alongAxis)).toEqual(axis.ticks.map((_, k) => expect.closeTo(k / 6, 9) as number))
  })

  it('says of each step whether the answer is the same within its precision', () => {
    const noteOf = (found: Found) =>
      model({ N: 8 }, [found]).rows.find(({ rung }) => rung === found.rung)?.notes
    expect(noteOf(climbed('kernel', 5, 3e-7))).toEqual(['Same answer, off by 3 × 10⁻⁷ of the largest entry.'])
    expect(noteOf(climbed('kernel', 5, 0))).toEqual([
      'Same answer, to the last digit of the entries looked at.',
    ])
    expect(noteOf(climbed('card', 5, 1e-3))?.[0]).toMatch(/^Another answer, .*not to be used/)
    expect(noteOf(climbed('half', 5, 1e-3))?.[0]).toMatch(/^Same answer/)
    expect(noteOf(climbed('kernel', 5, Infinity))?.[0]).toMatch(/^Another answer, off by ∞/)
    expect(precision('half')).toBeGreaterThan(precision('card'))
  })

  it('counts a wrong answer for nothing, however fast', () => {
    const found = [climbed('loops', 1000), climbed('kernel', 10), climbed('card', 1, 0.5)]
    expect(model({ N: 16 }, found).says).toMatch(
      /nested loops take 1 s, and the kernel takes 10 ms: 100 times as fast/,
    )
  })

  it('says what was made for a part, shared out, or played', () => {
    const found: Found[] = [
      { ...climbed('loops', 30_000), share: 1 / 16 },
      { ...climbed('cores', 80), threads: 2 },
      { ...climbed('card', 900), card: { adapter: 'google swiftshader', software: true } },
      { rung: 'half', why: 'this card multiplies no numbers of 16 bits' },
    ]
    const notes = Object.fromEntries(model({ N: 64 }, found).rows.map((row) => [row.rung, row.notes]))
    expect(notes.loops?.[0]).toBe('Made for 6.3% of the entries; the time is for all, at that speed.')
    expect(notes.cores?.[0]).toBe('2 threads.')
    expect(notes.card?.[0]).toBe(
      'google swiftshader: the processor plays a card here, which is right and not fast.',
    )
    expect(notes.half).toEqual(['Not here: this card multiplies no numbers of 16 bits.'])
    expect(notes.kernel).toEqual([])
  })
})

it('counts what the Jacobian would take: (1 + NM + N)/3 times as much', () => {
  // Forward once and a pass back for each entry of y, and ∂L/∂y times what came of them, beside three products.
  for (const N of [1, 8, 64]) {
    const { D, M } = layerOf(N)
    const ratio = explicitOperations({ N, D, M }) / shortOperations({ N, D, M })
    expect(ratio).toBeCloseTo((1 + N * M + N) / 3, 6)
  }
})
