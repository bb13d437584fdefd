import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grad, parse, tensor, type Tensor } from '@/autodiff'
import { num, settled } from '@/plot/format'
import { codes, lineOf, type Act } from './lines'
import { model, modes, presets, shownCodes, type Mode, type State } from './model'
import { sentence, stepName, words } from './words'

const state = (mode: Mode, more: Partial<State> = {}): State => ({
  f: 'x * sin(w * x)',
  x: 1.5,
  w: 0.8,
  mode,
  step: 9999,
  ...more,
})
const f = (text: string) => {
  const run = parse(text, { names: ['x', 'w'] }).f
  return (x: Tensor, w: Tensor) => run({ x, w })
}
const shown = (value: number) => num(settled(value), 4)
const number = fc.double({ min: 0.2, max: 3, noNaN: true })
const program = fc.constantFrom(
  ...presets.map(({ source }) => source),
  'x^3 + w * x^2',
  'w',
  'relu(x - w) * exp(-x)',
)

describe('a program run by the core', () => {
  it('comes, in each mode, to what the core’s own derivatives say', () =>
    fc.assert(
      fc.property(program, number, number, (text, x, w) => {
        const of = f(text)
        const [byX, byW] = grad(of, [0, 1])(x, w).map((g) => shown(g.item()))
        const result = (mode: Mode) => model(state(mode, { f: text, x, w })).result.map((each) => each.text)
        expect(result('forward')[1]).toBe(byX)
        expect(result('reverse')).toEqual([byX, byW])
        const second = grad((a: Tensor) => grad((b: Tensor) => of(b, tensor(w)))(a))(x).item()
        expect(result('nested')[0]).toBe(byX)
        expect(result('nested')[1]).toBe(shown(second))
      }),
      { numRuns: 60, seed: 1 },
    ))

  it('at its last step the table has what the run came to', () => {
    const { rows } = model(state('reverse'))
    const [byX, byW] = grad(f('x * sin(w * x)'), [0, 1])(1.5, 0.8).map((g) => shown(g.item()))
    expect(rows.slice(0, 2).map(({ cells }) => cells[1])).toEqual([byX, byW])
    const forward = model(state('forward'))
    expect(forward.rows.at(-1)?.cells[1]).toBe(byX)
    const nested = model(state('nested'))
    const top = nested.rows.findLast(({ level }) => level === 2)
    expect(top?.cells[3]).toBe(nested.result[1]?.text)
  })

  it('knows nothing before it is computed', () => {
    const first = model(state('reverse', { step: 0 }))
    expect(first.rows.map(({ cells }) => cells[0] !== undefined)).toEqual([true, true, true, false, false])
    expect(first.rows.every(({ cells }) => cells[1] === undefined)).toBe(true)
    expect(model(state('forward', { step: 0 })).rows.at(2)?.cells).toEqual([shown(1.2), undefined])
  })

  it('a value that is used twice gathers twice: the second time the two add', () => {
    const scene = model(state('reverse'))
    const at = scene.steps.flatMap((step) => (step.act === 'gather' && step.to === 0 ? [step.first] : []))
    expect(at).toEqual([true, false])
  })

  it('each step says something, has a name, and lights one line of a code that is shown', () =>
    fc.assert(
      fc.property(program, fc.constantFrom(...modes), (text, mode) => {
        const scene = model(state(mode, { f: text }))
        for (const [step, each] of scene.steps.entries()) {
          const now = model(state(mode, { f: text, step }))
          expect(sentence(now)).not.toMatch(/undefined|NaN/)
          expect(stepName(each, scene).length).toBeGreaterThan(5)
          const { code, line } = lineOf(each.act)
          expect(shownCodes[mode]).toContain(code)
          expect(codes[code][line]).toBeDefined()
        }
      }),
      { numRuns: 20, seed: 1 },
    ))

  it('a program without an op says that there is nothing to run, or walks to what was given', () => {
    expect(modes.map((mode) => sentence(model(state(mode, { f: '3' }))))).toEqual(
      modes.map(() => words.nothing),
    )
    expect(sentence(model(state('reverse', { f: 'x' })))).toBe(
      'The walk comes to x, which was given: 1 is its gradient.',
    )
  })
})

it('every act has its one line', () => {
  const acts: Act[] = ['value', 'rate', 'record', 'arrive', 'send', 'gather', 'level', 'ground']
  const lines = acts.map((act) => {
    const { code, line } = lineOf(act)
    return `${code} ${line}`
  })
  expect(new Set(lines).size).toBe(acts.length)
})
