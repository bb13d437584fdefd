import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jvp, nth, parse, type Tensor } from '@/autodiff'
import { gridPlaces } from '@/plot/levels'
import { dot, heading, readSurface, turnOf, type Pair } from './model'
import { extent, surfaces } from './surfaces'
import { troubleAt } from './trouble'

const central = (f: (x: Pair) => number, [a, b]: Pair, h = 1e-5): Pair => [
  (f([a + h, b]) - f([a - h, b])) / (2 * h),
  (f([a, b + h]) - f([a, b - h])) / (2 * h),
]
/** Forward mode, which never forms the gradient. */
const push = (source: string, [x1, x2]: Pair, [d1, d2]: Pair) =>
  jvp((a: Tensor, b: Tensor) => parse(source).f({ x1: a, x2: b }), [x1, x2], [d1, d2])[1].item()
const sources = surfaces.map(({ source }) => source)

describe('surfaces', () => {
  it('have gradients that central differences confirm, and forward mode agrees with reverse', () => {
    for (const source of sources) {
      const surface = readSurface(source)
      const x = [0.7, -0.4] as const
      const gradient = surface.gradient(x)
      central(surface.value, x).forEach((slope, i) => expect(gradient[i]).toBeCloseTo(slope, 6))
      expect(push(source, x, [0.3, 2])).toBeCloseTo(dot(gradient, [0.3, 2]), 12)
    }
  })

  it('compute many places at once as they compute each alone, side by side products and sums included', () => {
    for (const source of [...sources, 'x1 x2 exp(x1)', '2 x2', '7', 'sqrt(x1)', 'sum(x1) x2']) {
      const surface = readSurface(source)
      const x1 = [-1, 0.5, 2, 1]
      const x2 = [0.25, -2, 1, 1]
      const all = surface.values(x1, x2)
      x1.forEach((a, k) => expect(all[k]).toBe(surface.value([a, nth(x2, k)])))
    }
  })

  it('are finite wherever the picture shows them', () => {
    const places = gridPlaces(21, -extent, extent)
    for (const source of sources) {
      const x1 = places.flatMap(() => places)
      const x2 = places.flatMap((b) => places.map(() => b))
      expect(readSurface(source).values(x1, x2).every(Number.isFinite)).toBe(true)
    }
  })
})

describe('where there is no gradient, the reason is told', () => {
  const trouble = (source: string, x: Pair) => troubleAt(readSurface(source), x)?.sentence

  it('no trouble on smooth ground, nor where a kink is flattened out', () => {
    for (const source of sources) expect(trouble(source, [0.7, -0.4])).toBeUndefined()
    expect(trouble('(1 - x1)^2 + 5(x2 - x1^2)^2', [-1.5, -1.5])).toBeUndefined()
    expect(trouble('x1 abs(x1)', [0, 1])).toBeUndefined()
  })

  it('a crest, where the two sides disagree', () => {
    expect(trouble('2 - abs(x1) - x2^2/4', [0, 0.5])).toMatch(
      /\{y\} has a kink at x₁ = 0: slope 1 on the left, −1 on the right/,
    )
  })

  it('a crest that runs aslant', () => expect(trouble('abs(x1 + x2)', [0.5, -0.5])).toMatch(/kink/))

  it('the tip of a cone, where the core has no number to give', () => {
    expect(trouble('sqrt(x1^2 + x2^2)', [0, 0])).toMatch(/kink/)
  })

  it('slopes along both axes that predict nothing between them', () => {
    expect(trouble('sqrt(abs(x1 x2))', [0, 0])).toMatch(
      /slopes along the axes are 0 and 0\. They predict a rate of 0 in some slanting direction, and there it is 0\.[67]/,
    )
  })

  it('no value: the step that fails is named', () => {
    expect(trouble('sqrt(x1)', [-1, 0])).toMatch(/x₁ = −1, x₂ = 0, \{y\} has no value: the square root of −1/)
    expect(trouble('x2/x1', [0, 2])).toMatch(/2 divided by 0/)
  })

  it('the edge of where there are values', () => {
    expect(trouble('x1 sqrt(x1)', [0, 0])).toMatch(/no values to the left/)
    expect(trouble('(x1 + x2) sqrt(x1 + x2)', [0.5, -0.5])).toMatch(/no derivative/)
  })

  it('none where the remainder vanishes slowly, however the point is approached', () => {
    expect(trouble('(x1^2 + x2^2)^0.75', [0, 0]) ?? '').not.toMatch(/no /)
    expect(troubleAt(readSurface('(x1^2 + x2^2)^0.75'), [0, 0])?.gradient ?? [0, 0]).toEqual([0, 0])
  })

  it('a derivative that is there, but not by the way the function is written', () => {
    expect(trouble('sqrt(x1^4)', [0, 1])).toMatch(/rules for the parts of its formula/)
  })
})

/** Functions of u and v near (0, 0), each without a gradient there or with the gradient (0, 0). */
const grounds: readonly (readonly [source: (u: string, v: string) => string, hasGradient: boolean])[] = [
  [(u, v) => `(${u}^2 + ${v}^2)^0.75`, true],
  [(u, v) => `(${u}^2 + ${v}^2)^0.6`, true],
  [(u, v) => `abs(${u} ${v})^0.8`, true],
  [(u, v) => `${u}^2 - ${u} ${v}`, true],
  [(u, v) => `abs(${u}) abs(${v})`, true],
  [(u, v) => `relu(${u} + 2${v})^1.5`, true],
  [(u, v) => `sqrt(${u}^2 + ${v}^2)`, false],
  [(u, v) => `sqrt(abs(${u} ${v}))`, false],
  [(u, v) => `abs(${u} - ${v})`, false],
  [(u, v) => `maximum(${u}, 2${v})`, false],
  [(u, v) => `abs(${u} + ${v})^0.5`, false],
  [(u, v) => `where(equal(${u}^2 + ${v}^2, 0), 0, ${u}^2 ${v} / (${u}^2 + ${v}^2))`, false],
]

it('a gradient is denied just where there is none, at any point and on any slope', () => {
  const slope = fc.constantFrom(-2, -0.5, 0, 1, 3)
  const place = fc.constantFrom(0, 1, -0.75)
  const check = () =>
    fc.assert(
      fc.property(fc.constantFrom(...grounds), fc.tuple(slope, slope), place, place, (ground, g, a, b) => {
        const [source, hasGradient] = ground
        const [u, v] = [`(x1 - (${a}))`, `(x2 - (${b}))`] as const
        const surface = readSurface(`${source(u, v)} + (${g[0]}) * ${u} + (${g[1]}) * ${v}`)
        const trouble = troubleAt(surface, [a, b])
        const said = `${surface.fn.source}: ${trouble?.sentence ?? 'no trouble'}`
        const found = trouble ? trouble.gradient : surface.gradient([a, b])
        if (!hasGradient) expect(found, said).toBeUndefined()
        else if (!/left open/.test(trouble?.sentence ?? ''))
          g.forEach((each, k) => expect(found?.[k], said).toBeCloseTo(each, 2))
      }),
      { numRuns: 60, seed: 3 },
    )
  expect(check).not.toThrow()
})

it('headings and turns are each other’s inverse', () => {
  for (const turn of [0, 45, 90, 200, 359]) expect(turnOf(heading(turn, 0.3))).toBeCloseTo(turn, 9)
})
