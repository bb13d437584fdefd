import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { random } from '@/autodiff'
import { checkState, model, presets, problemOfOp, problemOfRule, type State } from './model'
import { startWeights } from './use'
import { sentence, words } from './words'

const state = (f: string, rule: string): State => ({ f, rule, w: startWeights })
const says = (f: string, rule: string) => model(state(f, rule)).verdict.says

/** A right rule for each op that is offered. */
const rules: Readonly<Record<string, readonly string[]>> = {
  'tanh(x)': ['dy * (1 - y^2)', 'dy * (1 - tanh(x)^2)'],
  'sigmoid(x)': ['dy * y * (1 - y)', 'dy * sigmoid(x) * sigmoid(-x)'],
  'x^2': ['2 * x * dy'],
  'exp(x)': ['dy * y', 'dy * exp(x)'],
  'softmax(x, axis=-1)': ['y * (dy - sum(dy*y, axis=-1, keepdims=true))'],
  'sum(x, axis=0, keepdims=true)': ['0 * x + dy'],
  'x - mean(x, axis=0, keepdims=true)': ['dy - mean(dy, axis=0, keepdims=true)'],
  'x.T': ['dy.T'],
}

describe('a rule of the reader’s own', () => {
  test.each(presets.flatMap(({ source }) => (rules[source] ?? ['none']).map((rule) => [source, rule])))(
    'for %s, %s is right, in all comparisons, and in the gradient',
    (f, rule) => {
      const scene = model(state(f, rule))
      expect(scene.verdict).toMatchObject({ kind: 'right' })
      expect(scene.checks.length).toBeGreaterThan(6)
      expect(scene.checks.every(({ ok }) => ok)).toBe(true)
      expect(scene.use?.wrong.flat()).toEqual(Array(6).fill(false))
      expect(sentence(scene)).toMatch(/comparisons of the core’s check hold. The gradient below is right.$/)
    },
  )

  test.each([
    ['tanh(x)', '-dy * (1 - y^2)', 'Right but for the sign.'],
    ['tanh(x)', '2 * dy * (1 - y^2)', 'Right but for a factor: everywhere 2 times the answer.'],
    ['tanh(x)', '1 - y^2', words.noArrival],
    ['tanh(x)', 'dy', words.noSlope],
    ['tanh(x)', 'dy * (1 - x^2)', 'You used x where y belongs.'],
    ['tanh(x)', 'dy^2 * (1 - y^2)', words.arrivalTwice],
    ['softmax(x, axis=-1)', 'dy * y * (1 - y)', words.ownPlace],
    [
      'softmax(x, axis=-1)',
      'y * (dy - sum(dy*y, axis=0, keepdims=true))',
      'The sum runs over the wrong axis.',
    ],
    ['x.T', 'dy', 'Right numbers, wrong layout: this is the transpose of the answer.'],
    ['tanh(x)', 'dy @ (1 - y^2)', 'Shapes clash'],
    ['sum(x, axis=0, keepdims=true)', 'dy', 'It comes to 1 × D; the answer is N × D.'],
    ['tanh(x)', '0 * dy', 'This is zero, whatever the numbers are, and the answer is not.'],
  ])('for %s, %s is named: %s', (f, rule, kind) => {
    const scene = model(state(f, rule))
    expect(scene.verdict.kind).toBe('wrong')
    expect(scene.verdict.says).toContain(kind)
    // Whoever is told that a rule is wrong sees the check and the gradient say so too.
    if (scene.checks.length > 0) expect(scene.checks.some(({ ok }) => !ok)).toBe(true)
    else expect(scene.unused).not.toBe('')
  })

  it('agrees with the core’s check, whatever the weights and the rule are', () => {
    const parts = fc.constantFrom('dy', 'y', '(1 - y)', '(1 - y^2)', 'x', '2', '(-1)')
    const rule = fc.array(parts, { minLength: 1, maxLength: 4 }).map((list) => list.join(' * '))
    const f = fc.constantFrom('tanh(x)', 'sigmoid(x)', 'x^2', 'exp(x)')
    fc.assert(
      fc.property(f, rule, fc.integer(), (op, text, seed) => {
        const next = random(seed)
        const w = startWeights.map((row) => row.map(() => 2 * next() - 1))
        const { verdict, checks, use } = model({ f: op, rule: text, w })
        const holds = checks.length > 0 && checks.every(({ ok }) => ok)
        expect(holds, `${op}: ${text}`).toBe(verdict.kind === 'right')
        if (holds) expect(use?.wrong.flat()).not.toContain(true)
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  it('takes an op of the reader’s, and refuses what is none with a sentence', () => {
    expect(says('x * sin(x)', 'dy * (sin(x) + x * cos(x))')).toMatch(/^Right/)
    expect(says('log(x)', 'dy / x')).toMatch(/^Right/)
    expect(problemOfOp('sqrt(-1 - x^2)')).toBe(words.cant(words.noValue))
    expect(problemOfOp('x @ x')).toMatch(/matmul/)
    expect(problemOfOp('w * x')).toMatch(/There is no value/)
    expect(problemOfOp(`x${' + x'.repeat(40)}`)).toBe(words.tooLong(80))
    expect(problemOfRule('dy * (')).toBeTypeOf('string')
    expect(problemOfRule('dy * 2')).toBeUndefined()
    expect(checkState(state('tanh(x)', 'dz'))).toMatch(/dz/)
  })
  it('is not computed where it would take too long', () => {
    expect(problemOfOp('sum(outer(reshape(x @ x.T, -1), reshape(x @ x.T, -1)) ) * x')).toBeUndefined()
    expect(problemOfOp('broadcastTo(x[0,0], [9000])')).toMatch(/at most|finite/)
  })
  it('says where a rule of another shape, or a costly one, leads nowhere', () => {
    const scene = model(state('tanh(x)', 'sum(dy)'))
    expect([scene.use, scene.checks]).toEqual([undefined, []])
    expect(sentence(scene)).toMatch(/No gradient comes out: the rule gives scalar where x is/)
    const far = 'outer(reshape(outer(dy[0], dy[0]), -1), reshape(outer(x[0], x[0]), -1))'
    expect(sentence(model(state('tanh(x)', far)))).not.toContain('undefined')
    expect(
      says('tanh(x)', 'conv2d(broadcastTo(dy[0,0], [60,60,9]), broadcastTo(x[0,0], [9,9,9,9]))'),
    ).toMatch(/is not run here/)
  })
  it('says nothing is wrong where differences meet a corner', () => {
    const w = [
      [0, 0.5, 1],
      [0, -0.5, 1],
    ]
    const { use, ...rest } = model({ f: 'relu(x)', rule: 'where(y > 0, dy, 0)', w })
    expect(rest.verdict.kind).toBe('right')
    expect(use?.differences.flat()).toContain(null)
    expect(use?.wrong.flat()).not.toContain(true)
    expect(sentence({ use, ...rest })).toContain('corner')
  })
})
