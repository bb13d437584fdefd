import { describe, expect, it } from 'vitest'
import { jacrev, nth, type Tensor } from '@/autodiff'
import { applied, readLayer } from '@/derive'
import { programs } from '@/topics/programs/programs'
import { calls } from './calls'
import { gradientsChecked, plain } from './differences'
import { drawJacobian, headsOf, upTo } from './jacobian'
import { model } from './model'
import { startOf, type State } from './state'
import { words } from './words'

const at = (program: string, more: Partial<State> = {}): State => ({
  ...startOf(program),
  seed: 5,
  panel: 'jacobian',
  ...more,
})

const whole = (program: string, more: Partial<State> = {}) => {
  const { layer, inputs, arriving, numbers } = model(at(program, more))
  if (!layer || !arriving || !numbers) throw new Error('the layer could not be computed')
  return { layer, inputs, arriving, numbers }
}
const all = programs.map(({ name, text, by }) => [name, text, by] as const)

describe('the Jacobian of any value by any other', () => {
  it.each(all)('%s: what is drawn is what the core has', (_, text, by) => {
    const { layer, inputs } = whole(text)
    for (const of of by) {
      const drawn = drawJacobian(layer, of, calls.jacobian({ source: text, of }), {}, inputs)
      if (typeof drawn === 'string') throw new Error(drawn)
      const f = (value: Tensor) => applied(layer, { ...inputs, [of]: value })
      const built = jacrev(f)(inputs[of] as Tensor) as Tensor
      expect(drawn.shape).toEqual(built.shape)
      expect(drawn.entries).toBe(built.size)
      for (const [place, value] of drawn.values) expect(value).toBeCloseTo(nth(built.data, place), 9)
      // What may differ from 0 is never less than what does.
      const differ = [...built.data].filter((value) => value !== 0).length
      expect(drawn.nonzeros).toBeGreaterThanOrEqual(differ)
    }
  })

  it('is that of a step by a step, in the program up to its line', () => {
    const { layer, inputs } = whole('x: N×D\nv: D×H\nw: H×M\ns = x v\nh = relu(s)\ny = h w')
    expect(headsOf(layer).map(({ name, by }) => `${name} by ${by.join(' ')}`)).toEqual([
      's by x v w',
      'h by x v w s',
      'y by x v w s h',
    ])
    const source = upTo(layer, 'h')
    expect(source).toBe('x: N×D\nv: D×H\nw: H×M\ns = x v\nh = relu(s)')
    const found = calls.jacobian({ source, of: 's' })
    expect([found.pattern, found.formula]).toEqual(['diagonal', expect.anything()])
    const drawn = drawJacobian(readLayer(source), 's', found, {}, inputs)
    if (typeof drawn === 'string') throw new Error(drawn)
    expect([...drawn.values.values()].every((value) => value === 0 || value === 1)).toBe(true)
  })

  it('has a window where it is large', () => {
    const linear = 'x: N×D\nw: D×M\ny = x w'
    const sizes = { N: 12, D: 12, M: 12 }
    const { layer, inputs } = whole(linear, { sizes })
    const drawn = drawJacobian(layer, 'w', calls.jacobian({ source: linear, of: 'w' }), sizes, inputs)
    if (typeof drawn === 'string') throw new Error(drawn)
    expect([drawn.cut, drawn.entries]).toEqual([true, 12 ** 4])
    expect(drawn.window.reduce((n, { count }) => n * count, 1)).toBeLessThanOrEqual(144)
  })
})

describe('a gradient check', () => {
  const check = (program: string, of: string, more: Partial<State> = {}) => {
    const { layer, inputs, arriving } = whole(program, more)
    const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, plain(value)]))
    return gradientsChecked({ source: layer.source, of, inputs: given, arriving: plain(arriving) })
  }

  it.each(all)('%s: both modes and differences agree', (_, text, by) => {
    const { numbers } = whole(text)
    for (const of of by) {
      const found = check(text, of)
      const scale = Math.max(1, ...found.reverse.map(Math.abs))
      for (const [k, value] of found.reverse.entries()) {
        expect(Math.abs(nth(numbers.value(`d${of}`).data, k) - value)).toBeLessThan(1e-12 * scale)
        expect(Math.abs(nth(found.forward, k) - value)).toBeLessThan(1e-10 * scale)
        expect(Math.abs(nth(found.numeric, k) - value)).toBeLessThan(1e-6 * scale)
      }
      expect(words.checkSays(of, found)).toMatch(/(every digit|is rounding)\. Differences agree/)
      expect(found.errors).toHaveLength(27)
    }
  })

  it('names the entry that stands at a corner, and does not call it right', () => {
    const found = check('x: 3\ny = abs(x)', 'x', { entries: { 'x.2': 1e-6, 'dy.2': 1 } })
    expect(found.worst).toBe(1)
    expect(words.checkSays('x', found)).toMatch(/corner within h/)
  })

  it('says how many entries are too many', () => {
    expect(() => check('x: 20×20\ny = x * 2', 'x')).toThrow(/400 entries, and 200 are checked here at most/)
  })
})
