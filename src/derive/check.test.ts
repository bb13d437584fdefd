import { describe, expect, test } from 'vitest'
import { layers } from './fixtures/layers.ts'
import { others } from './fixtures/outside.ts'
import { check, derive, plants, readLayer, type Kind } from './index.ts'

const cases = layers.flatMap(({ name, source }) =>
  readLayer(source).inputs.map((input) => ({ name, source, of: input.name })),
)

const outside = others.flatMap(({ name, source, ends }) =>
  readLayer(source).inputs.map((input) => ({ name, source, of: input.name, end: ends[input.name] })),
)

test.each(outside.filter(({ end }) => end))('$name, by $of, ends as it should', ({ source, of, end }) => {
  expect(derive(source, of).lines.at(-1)?.text).toBe(end)
})

test.each([...cases, ...outside])('what derive says of $name, by $of, is taken whole', ({ source, of }) => {
  for (const [k, verdict] of check(source, of, derive(source, of).lines).entries())
    expect(verdict, derive(source, of).lines[k]?.text).toMatchObject({
      read: true,
      true: true,
      follows: true,
      kind: 'right',
    })
})

const linear = 'x: N×D\nw: D×M\nb: M\ny = x @ w + b'
const softmax = 'x: N×M\ny = softmax(x, axis=1)'
const wx = 'x: D\nW: M×D\nb: M\ny = W x + b'
const relu = 'x: N×D\nw: D×M\ns = x w\ny = relu(s)'
const squares = 'x: N×D\ny = sum(x^2, axis=1)'
const scale = 'x: N×D\ng: D\ny = x * g'
const sigmoid = 'x: N×D\ny = sigmoid(x)'
const convolution = 'x: T×C\nw: K×C×O\ny[t,o] = Σ_k Σ_c x[t+k,c] w[k,c,o]'
const residual = 'x: N×D\nw: D×D\ns = x w\ny = x + relu(s)'
const entropy = 'x: N×C\nt: N×C one-hot\np = softmax(x, axis=1)\nL = -sum(t * log(p)) / N'
const mlp = 'x: N×D\nw1: D×H\nw2: H×M\ny = relu(x w1) w2'

describe('one line of a reader', () => {
  test.each<[layer: string, of: string, line: string, kind: Kind, meant: string]>([
    [linear, 'x', 'dx = dy w', 'layout', 'w'],
    [linear, 'x', 'dx = wᵀ dy', 'order', 'wᵀ dy'],
    [linear, 'x', 'dx = w dy', 'shape', 'w dy'],
    [linear, 'x', 'dx = sum(dy)', 'shape', 'sum(dy)'],
    [linear, 'x', 'dx = dy ⊙ wᵀ', 'elementwise', 'dy ⊙ wᵀ'],
    [linear, 'x', 'dx = 2 dy wᵀ', 'factor', '2 dy wᵀ'],
    [linear, 'x', 'dx = -dy wᵀ', 'factor', '-dy wᵀ'],
    [linear, 'x', 'dx = dy wᵀ / N', 'factor', 'dy wᵀ / N'],
    [linear, 'x', 'dx[n,d] = dy[n,m] w[d,m]', 'lost sum', 'dy[n,m] w[d,m]'],
    [linear, 'x', 'dx[n,d] = Σ_m dy[n,m] w[m,d]', 'swapped index', 'w[m,d]'],
    [linear, 'x', 'dx[d,n] = Σ_m dy[n,m] w[d,m]', 'swapped index', 'dx[d,n]'],
    [linear, 'x', 'dx[n,d] = Σ_n Σ_m dy[n,m] w[d,m]', 'swapped index', 'n'],
    [linear, 'x', 'dx[n,d] = Σ_i Σ_m dy[n,m] w[d,m]', 'summed too much', 'Σ_i Σ_m dy[n,m] w[d,m]'],
    [linear, 'x', 'dx[n,d] = Σ_m dy[n,m] w[d,k]', 'free index', 'k'],
    [linear, 'x', 'dx = dy v', 'wrong name', 'v'],
    [linear, 'x', 'dx = y wᵀ', 'wrong name', 'y'],
    [linear, 'x', 'dx = dx', 'wrong name', 'dx'],
    [linear, 'x', 'dx = x', 'value', 'x'],
    [linear, 'b', 'db = dy', 'lost sum', 'dy'],
    [linear, 'b', 'db = sum(dy, axis=1)', 'wrong axis', 'sum(dy, axis=1)'],
    [linear, 'b', 'db = sum(dy)', 'summed too much', 'sum(dy)'],
    [linear, 'b', 'db = mean(dy, axis=0)', 'factor', 'mean(dy, axis=0)'],
    [linear, 'w', 'dw = dyᵀ x', 'layout', 'dyᵀ x'],
    [linear, 'w', 'dw = dy xᵀ', 'order', 'dy xᵀ'],
    [linear, 'w', 'dw = x * dy', 'elementwise', 'x * dy'],
    [softmax, 'x', 'dx = y ⊙ (dy - dy ⊙ y)', 'lost sum', 'dy ⊙ y'],
    [
      softmax,
      'x',
      'dx = y ⊙ (dy + sum(dy ⊙ y, axis=1, keepdims=True))',
      'factor',
      '(dy + sum(dy ⊙ y, axis=1, keepdims=True))',
    ],
    [softmax, 'x', 'dx[n,m] = y[n,m] (dy[n,m] - dy[n,j] y[n,j])', 'lost sum', 'dy[n,j] y[n,j]'],
    [softmax, 'x', 'dx = dy * y * (1 - y)', 'value', 'dy * y * (1 - y)'],
    [linear, 'b', 'db = sum(dy, axis=0, keepdims=True)', 'shape', 'sum(dy, axis=0, keepdims=True)'],
    [softmax, 'x', 'dx = y * (dy - sum(dy * y))', 'summed too much', 'sum(dy * y)'],
    [
      softmax,
      'x',
      'dx = x * (dy - sum(dy * x, axis=1, keepdims=True))',
      'wrong name',
      'x * (dy - sum(dy * x, axis=1, keepdims=True))',
    ],
    ['x: N×D\ny = sigmoid(x)', 'x', 'dx = dy y (1 - y)', 'elementwise', 'dy y (1 - y)'],
    ['x: N×D\ng: D\ny = x * g', 'x', 'dx = dy @ g', 'elementwise', 'dy @ g'],
    ['x: N×D\ny = mean(x, axis=1)', 'x', 'dx = dy', 'shape', 'dy'],
    ['x: N×D\ny = mean(x, axis=1)', 'x', 'dx[n,d] = dy[n] / N', 'factor', 'dy[n] / N'],
    ['x: N×D\nt: N×D\nL = mean((x - t)^2)', 'x', 'dx = 2 (x - t)', 'factor', '2 (x - t)'],
    [wx, 'W', 'dW = x dyᵀ', 'layout', 'x dyᵀ'],
    [wx, 'x', 'dx = Wᵀ y', 'wrong name', 'y'],
    [relu, 'w', 'ds = dy ⊙ (s < 0)', 'factor', '(s < 0)'],
    [softmax, 'x', 'dx = y ⊙ (dy - sum(dy ⊙ y, axis=1))', 'shape', 'sum(dy ⊙ y, axis=1)'],
    [squares, 'x', 'dx = 2 x * dy', 'shape', 'dy'],
    [squares, 'x', 'dx = 2 x dy', 'elementwise', '2 x dy'],
    [squares, 'x', 'dx[n,d] = 2 x[n,d] dy[d]', 'swapped index', 'dy[d]'],
    [scale, 'g', 'dg[d] = Σ_n dy[n,d] g[d]', 'wrong name', 'g[d]'],
    [sigmoid, 'x', 'dx = y ⊙ (1 - y)', 'factor', 'y ⊙ (1 - y)'],
    [sigmoid, 'x', 'dx = y (1 - y)', 'elementwise', 'y (1 - y)'],
    [convolution, 'w', 'dw[k,c,o] = Σ_t x[t-k,c] dy[t,o]', 'swapped index', 'x[t-k,c]'],
    [residual, 'x', 'dx = ds wᵀ', 'lost sum', 'ds wᵀ'],
    [residual, 'x', 'dx = dy', 'lost sum', 'dy'],
    ['x: N×D\ny = x xᵀ', 'x', 'dx = dy x', 'lost sum', 'dy x'],
    [entropy, 'x', 'dx = p - t', 'factor', 'p - t'],
    [entropy, 'x', 'dx = (t - p) / N', 'factor', '(t - p) / N'],
    ['s: N×D\nk: D×M\ny = s k / sqrt(D)', 's', 'ds = dy kᵀ / sqrt(M)', 'factor', 'dy kᵀ / sqrt(M)'],
  ])('%j, by %s: %s', (layer, of, line, kind, meant) => {
    const [verdict] = check(layer, of, [line])
    expect(verdict).toMatchObject({ read: true, true: false, kind })
    expect(line.slice(...(verdict?.span ?? [0, 0]))).toBe(meant)
  })

  test.each([
    [linear, 'x', '∂L/∂x = ∂L/∂y wᵀ'],
    [linear, 'x', 'dL/dx = dy @ w.T'],
    [linear, 'x', '∂L/∂x[n,d] = \\sum_m ∂L/∂y[n,m] w[d,m]'],
    [linear, 'x', 'dx[n,d] = sum(m, dy[n,m] w[d,m])'],
    [linear, 'x', '∂y[n,m]/∂x[i,d] = δ[n,i] w[d,m]'],
    [linear, 'b', 'db = dy.sum(0)'],
    [linear, 'w', 'dw = np.dot(x.T, dy)'],
    [linear, 'w', "dw = np.einsum('nd,nm->dm', x, dy)"],
    [softmax, 'x', 'dx = y*(dy - (dy*y).sum(1, keepdims=True))'],
  ])('%j, by %s: %s is right', (layer, of, line) => {
    expect(check(layer, of, [line])).toMatchObject([{ read: true, true: true, kind: 'right' }])
  })

  test.each<[layer: string, of: string, line: string, says: string]>([
    [wx, 'x', 'dx = Wᵀ y', 'try dy'],
    [linear, 'b', 'db = sum(dy)', 'It is db summed along axis 0 too'],
    [
      residual,
      'x',
      'dx = ds wᵀ',
      'x stands in 2 places of the layer, and what comes back from one of them is missing.',
    ],
    [softmax, 'x', 'dx = y ⊙ (dy - sum(dy ⊙ y, axis=1))', 'with keepdims=True it keeps it'],
    [squares, 'x', 'dx = 2 x dy', 'with dy as a column, dy[:, None]'],
    [sigmoid, 'x', 'dx = y ⊙ (1 - y)', 'the chain rule multiplies by dy'],
    [entropy, 'x', 'dx = (p - t) / C', 'N / C times'],
  ])('%j, by %s: of %s is said %s', (layer, of, line, says) => {
    expect(check(layer, of, [line])[0]?.says).toContain(says)
  })

  test('rows that are one-hot make the short form right, and only they', () => {
    expect(check(entropy, 'x', ['dx = (p - t) / N'])).toMatchObject([{ true: true }])
    expect(check(entropy.replace(' one-hot', ''), 'x', ['dx = (p - t) / N'])).toMatchObject([{ true: false }])
  })

  test('what cannot be read says where', () => {
    expect(check(linear, 'x', ['dx = dy ('])).toMatchObject([{ read: false, true: false, follows: false }])
  })
})

describe('a whole derivation', () => {
  test('names of the reader’s own, a line that continues, and the end', () => {
    const lines = [
      's = x w1',
      'h = relu(s)',
      'dh = dy w2ᵀ',
      'ds = dh ⊙ step(s)',
      'dw1[d,h] = Σ_n Σ_j ds[n,j] ∂s[n,j]/∂w1[d,h]',
      '= Σ_n Σ_j ds[n,j] x[n,d] δ[j,h]',
      '= Σ_n x[n,d] ds[n,h]',
      'dw1 = xᵀ ds',
    ]
    const verdicts = check(mlp, 'w1', lines)
    expect(verdicts.map((v) => v.kind)).toEqual(lines.map(() => 'right'))
    expect(verdicts.slice(4).map((v) => v.rule)).toEqual([
      'chain rule',
      'each derivative, then δ contracted',
      'δ contracted',
      'read as matrices',
    ])
    expect(verdicts.at(-1)?.says).toContain('finished')
  })
  test('a step of three rules is true, but long', () => {
    expect(check(linear, 'x', ['dx[n,d] = Σ_i Σ_j dy[i,j] ∂y[i,j]/∂x[n,d]', 'dx = dy wᵀ'])[1]).toMatchObject({
      true: true,
      follows: false,
      kind: 'right',
    })
  })
  test('what follows from a wrong line follows, and is wrong; what is right after it does not follow', () => {
    const verdicts = check(linear, 'x', ['dx[n,d] = 2 Σ_m dy[n,m] w[d,m]', 'dx = 2 dy wᵀ', 'dx = dy wᵀ'])
    expect(verdicts).toMatchObject([
      { true: false, follows: false, kind: 'factor' },
      { true: false, follows: true, kind: 'factor' },
      { true: true, follows: false, kind: 'right' },
    ])
  })
  test.each<[source: string, of: string, lines: readonly string[], rule: string]>([
    [linear, 'x', ['dx = dy wᵀ'], 'known gradient'],
    [
      'x: N×D\nc = x - mean(x, axis=1, keepdims=True)\ny = c / norm(c)',
      'x',
      ['dx = dc - mean(dc, axis=1, keepdims=True)'],
      'known gradient',
    ],
    [sigmoid, 'x', ['dx = dy ⊙ y ⊙ (1 - y)'], 'chain rule, then each derivative'],
    [
      softmax,
      'x',
      [
        'dx = y ⊙ (dy - sum(dy ⊙ y, axis=1, keepdims=True))',
        'dx = y ⊙ dy - y ⊙ sum(y ⊙ dy, axis=1, keepdims=True)',
      ],
      'written anew',
    ],
    [residual, 'x', ['dx = ds wᵀ + dy', 'dx = (dy ⊙ step(s)) wᵀ + dy'], 'put together'],
    [
      residual,
      'x',
      ['dx[n,d] = dy[n,d] + Σ_m ds[n,m] w[d,m]', 'dx = dy + (dy ⊙ (s > 0)) wᵀ'],
      'put together, then read as matrices',
    ],
    [
      linear,
      'w',
      ['dw[d,m] = Σ_i Σ_j dy[i,j] x[i,d] δ[j,m]', 'dw[d,m] = Σ_n x[n,d] dy[n,m]', 'dw = (dyᵀ x)ᵀ'],
      'read as matrices',
    ],
  ])('%j, by %s: %j follows', (source, of, lines, rule) => {
    expect(check(source, of, lines).at(-1)).toMatchObject({ true: true, follows: true, rule })
  })
  test.each<[source: string, of: string, line: string, finished: true | undefined]>([
    [residual, 'x', 'dx = ds wᵀ + dy', true],
    [residual, 'x', 'dx = (dy ⊙ step(s)) wᵀ + dy', true],
    [linear, 'x', '∂L/∂x = ∂L/∂y wᵀ', true],
    ['x: N×D\ny = x[:, 0]', 'x', 'dx[n,d] = dy[n] δ[0,d]', true],
    [linear, 'x', 'dx[n,d] = Σ_i Σ_j dy[i,j] δ[i,n] w[d,j]', undefined],
    [residual, 'x', 'ds = dy ⊙ step(s)', undefined],
  ])('%j, by %s: %s is the end: %s', (source, of, line, finished) => {
    const [verdict] = check(source, of, [line])
    expect(verdict?.true).toBe(true)
    expect(verdict?.finished).toBe(finished)
    if (source === residual) expect(verdict?.shorter).toBeUndefined()
  })
  test('the short form is said where the reader’s is longer', () => {
    const [verdict] = check(linear, 'x', ['dx = (w @ dy.T).T + 0'])
    expect(verdict?.says).toContain('The short form is dx = dy wᵀ.')
    expect(verdict?.shorter).toBe('dx = dy wᵀ')
  })
})

/** Few enough for one run, and every kind can be planted in some of them. */
const planted = cases.filter(({ name }) =>
  /^(linear|nn\.Linear|Wx|MLP|softmax|attention head|convolution|GLU)$/.test(name),
)

describe.each(planted)('a mistake planted into $name, by $of', ({ source, of }) => {
  const lines = derive(source, of).lines.map(({ text }) => text)
  test.each(plants)('$name: is caught in its line, by its name', ({ kinds, plant }) => {
    const k = lines.findLastIndex((line) => line.startsWith('d') && (plant(line) ?? line) !== line)
    const wrong = plant(lines[k] ?? '')
    if (wrong === undefined) return
    const verdicts = check(source, of, lines.with(k, wrong))
    expect(
      verdicts.findIndex((v) => !v.true),
      wrong,
    ).toBe(k)
    expect(kinds, `${wrong}: ${verdicts[k]?.says}`).toContain(verdicts[k]?.kind)
    if (kinds.includes('value'))
      expect(verdicts[k]?.says).toMatch(/\b1 of \d+ entries is wrong: (row|place) \d/)
  })
})
