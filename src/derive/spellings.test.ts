import { describe, expect, test } from 'vitest'
import { check, derive, LayerError, readLayer } from './index.ts'

const last = (source: string, of: string): string | undefined => derive(source, of).lines.at(-1)?.text
const declared = 'x: N×D\nw: D×M\n'

describe('a linear layer in many spellings', () => {
  test.each([
    'y_{n,m} = \\sum_{d} x_{n,d} w_{d,m}',
    'y_{nm} = \\sum_d x_{nd} w_{dm}',
    'y_{n m} = \\sum_{d=1}^{D} x_{n d} \\, w_{d m}',
    'y_nm = Σ_d x_nd w_dm',
    'y[n,m] = \\sum_{d} \\mathbf{x}_{n,d} \\cdot \\mathbf{w}_{d,m}',
    'y = \\mathbf{x} \\mathbf{w}',
    'y = (w^{\\top} x^\\top)^T',
    'y = (w.t() @ x.T).T',
  ])('%s', (line) => {
    expect(last(declared + line, 'w')).toBe('dw = xᵀ dy')
    expect(last(declared + line, 'x')).toBe('dx = dy wᵀ')
  })
  test('a name with letters below that is a name stays one', () => {
    expect(last('x: N\nx_c = x - mean(x)\ny = x_c * x_c', 'x')).toMatch(/^dx = /)
    expect(readLayer('x: N×D\nx_nd: N\ny = x_nd * x_nd').shape).toEqual(['N'])
  })
  test.each([
    ['y = x²', 'dx = 2 dy ⊙ x'],
    ['y = ||x||', 'dx = dy x / y'],
    ['y = Σ_nd x[n,d]^2', 'dx = 2 dy x'],
    ['y = sum(n, d, x[n,d])', 'dx = dy ones_like(x)'],
    ['y[n][d] = 2 x[n][d]', 'dx = 2 dy'],
    ['y := 2 x', 'dx = 2 dy'],
    ['y = x.max(1)', 'dx = (x == y[:, None]) ⊙ dy[:, None]'],
    ['y = x.max(dim=1).values', 'dx = (x == y[:, None]) ⊙ dy[:, None]'],
    ['y = x.max(dim=1)[0]', 'dx = (x == y[:, None]) ⊙ dy[:, None]'],
    ['y = torch.max(x, 1, keepdim=True)[0]', 'dx = (x == y) ⊙ dy'],
    ['y = x.max(axis=1)[0]', 'dx = dy outer(eye(N)[0, :], (x[0, :] == y))'],
    ['y = torch.amax(x, dim=1)[0]', 'dx = dy outer(eye(N)[0, :], (x[0, :] == y))'],
    ['y = x.max(1)[:, None]', 'dx = (x == y) ⊙ dy'],
    ['y = math.sqrt(D) x', 'dx = sqrt(D) dy'],
    ['y_n = sum_d(x_nd)^2', 'dx = (2 dy ⊙ s)[:, None] ⊙ ones_like(x)'],
    ['y_n = sum_d (x_nd)^2', 'dx = 2 x ⊙ dy[:, None]'],
    ['y_n = \\sum_d(x_nd)^2', 'dx = 2 x ⊙ dy[:, None]'],
    ['y_n = sum_d(x_nd) x_nd', 'dx = 2 x ⊙ dy[:, None]'],
    ['y = x.clip(0, 1)', 'dx = dy ⊙ (1 > maximum(x, 0)) ⊙ (x > 0)'],
    ['y = mse(x, 0 x)', 'dx = 2 dy x / (N D)'],
  ])('%s', (line, end) => expect(last(`x: N×D\n${line}`, 'x')).toBe(end))
  test.each([
    ['y = log x', '“log” is a function', 'log'],
    ['y = x.reshape(N)', 'There is no function “reshape” here', 'reshape'],
    ['y = x[:, 1:]', 'write entries', 'x[:, 1:]'],
    ['y = x.max(1)[0]', 'write .max(dim=…)[0] for the values', 'x.max(1)[0]'],
    ['y = x.min(dim=1)[1]', 'In PyTorch min along an axis is a pair', 'x.min(dim=1)[1]'],
    ['y += x', '“+=” changes what was there', '+='],
    ['y = x / (ND)', 'did you mean “N D”?', '(ND)'],
  ])('%s says what is wrong, and where', (line, says, place) => {
    const read = () => readLayer(`x: N×D\n${line}`)
    expect(read).toThrow(says)
    try {
      read()
    } catch (error) {
      if (error instanceof LayerError) expect(line.slice(...error.place)).toBe(place)
    }
  })
  test('absolute values', () => {
    expect(last('x: N\ny = \\left|x\\right|', 'x')).toBe('dx = dy ⊙ sign(x)')
    expect(last('x: N\ny_i = |x_i|', 'x')).toBe('dx = dy ⊙ sign(x)')
  })
})

describe('a gradient in many spellings', () => {
  test.each([
    'dw_{d,m} = \\sum_{n} x_{n,d} dy_{n,m}',
    'dw_dm = Σ_n x_nd dy_nm',
    '\\frac{\\partial L}{\\partial w_{d,m}} = \\sum_n x_{n,d} \\frac{\\partial L}{\\partial y_{n,m}}',
    '\\frac{\\partial y_{n,m}}{\\partial w_{d,k}} = x_{nd} \\delta_{mk}',
    '\\frac{\\partial y_{n,m}}{\\partial w_{i,k}} = x_{n,i} \\delta_{m,k}',
    'dL/dw = x^T @ dL/dy',
    '\\frac{dL}{dw} = x^\\top \\frac{dL}{dy}',
    '\\frac{\\partial \\mathcal{L}}{\\partial w} = x^\\top \\frac{\\partial \\mathcal{L}}{\\partial y}',
    'dL/dw[d,m] = Σ_n x[n,d] dL/dy[n,m]',
    'dw = x.T @ dY',
    'dw = x.T @ dout',
    'dw = x.t() @ grad_output',
    'grad_w = x.T @ grad_y',
    'w.grad = x.T @ y.grad',
    '∇_w L = x^\\top dy',
    '\\nabla_{w} L = x^\\top dy',
  ])('%s', (line) => {
    expect(check(`${declared}y = x w`, 'w', [line])).toMatchObject([
      { read: true, true: true, kind: 'right' },
    ])
  })
})

describe('implicit sums, where they are turned on', () => {
  const line = 'y[n,m] = x[n,d] w[d,m]'
  test('by a line, or an option; elsewhere a letter on one side only is an error', () => {
    expect(() => readLayer(declared + line)).toThrow('“d” stands on the right only')
    expect(last(`implicit sums\n${declared}${line}`, 'w')).toBe('dw = xᵀ dy')
    const layer = readLayer(declared + line, { implicit: true })
    expect(derive(layer, 'x').lines.at(-1)?.text).toBe('dx = dy wᵀ')
    expect(check(layer, 'w', ['dw[d,m] = x[n,d] dy[n,m]'])).toMatchObject([{ true: true, kind: 'right' }])
    for (const { kind } of check(layer, 'x', derive(layer, 'x').lines)) expect(kind).toBe('right')
  })
  test.each([
    ['x: N×D\nw: D×M\nb: M\ny[n,m] = x[n,d] w[d,m] + b[m]', 'b', 'db = sum(dy, axis=0)'],
    ['a: N×N\ny = a[i,i]', 'a', 'da = dy eye(N)'],
    ['x: N×D\ng: D\ny[n,d] = x[n,d] g[d]', 'g', 'dg = sum(dy ⊙ x, axis=0)'],
    ['x: N\na: N×N\ny = x[i] a[i,j] x[j]', 'a', 'da = dy outer(x, x)'],
    ['x: N×D\nw: D×M\ny[n,m] = -relu(x[n,d] w[d,m])', 'w', 'dw = xᵀ ds'],
  ])('%j by %s', (source, of, end) => expect(last(`${source}\nimplicit sums`, of)).toBe(end))
  test('three of one letter is an error still', () => {
    expect(() => readLayer('implicit sums\na: N\ny = a[i] a[i] a[i]')).toThrow('three times')
  })
})

test('u vᵀ of two vectors is their outer product, of equal lengths too; uᵀ v is a number', () => {
  expect(readLayer('u: N\nv: M\nA = u vᵀ').shape).toEqual(['N', 'M'])
  expect(readLayer('u: N\nv: N\nA = u v^T').shape).toEqual(['N', 'N'])
  expect(last('u: N\nv: M\nA = u vᵀ', 'u')).toBe('du = dA v')
  expect(readLayer('u: N\nv: N\na = uᵀ v').shape).toEqual([])
  expect(readLayer('u: N\nv: N\na = u @ v.T').shape).toEqual([])
})
