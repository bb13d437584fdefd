import { assign, print } from '../in-code/python'
import { comment, line, paragraphs, plain, type Line } from '../in-code/tokens'
import type { Input, LayerName } from './layer'
import type { Scene, State } from './model'

export type Language = State['language']
type Text = {
  /** Lines of the forward pass; the last one assigns y. */
  forward: readonly string[]
  /** Lines of the backward pass; the last one of each assigns the gradient. */
  backward: Partial<Record<Input, readonly string[]>>
}
/** What stands beside a line: the layer's forward formula, or its backward one by an input. */
export type Beside = 'y' | 'dx' | 'dw' | 'db'

const product = { x: ['dx = dy @ w.T'], w: ['dw = x.T @ dy'] }
const throughTanh = { x: ['dx = (dy * (1 - y**2)) @ w.T'], w: ['dw = x.T @ (dy * (1 - y**2))'] }
const slopes = {
  relu: { x: ['dx = dy * (x > 0)'] },
  sigmoid: { x: ['dx = dy * y * (1 - y)'] },
  tanh: { x: ['dx = dy * (1 - y**2)'] },
}

const numpyText = (N: number): Record<LayerName, Text> => ({
  relu: { forward: ['y = np.maximum(x, 0)'], backward: slopes.relu },
  sigmoid: { forward: ['y = 1 / (1 + np.exp(-x))'], backward: slopes.sigmoid },
  tanh: { forward: ['y = np.tanh(x)'], backward: slopes.tanh },
  sum: {
    forward: ['y = x.sum(axis=0, keepdims=True)'],
    backward: { x: ['dx = np.broadcast_to(dy, x.shape)'] },
  },
  broadcast: {
    forward: [`y = np.broadcast_to(b, (${N}, 3))`],
    backward: { b: ['db = dy.sum(axis=0, keepdims=True)'] },
  },
  bias: { forward: ['y = x + b'], backward: { x: ['dx = dy'], b: ['db = dy.sum(axis=0, keepdims=True)'] } },
  mean: {
    forward: ['y = x.mean(axis=0, keepdims=True)'],
    backward: { x: ['dx = np.broadcast_to(dy / len(x), x.shape)'] },
  },
  softmax: {
    forward: [
      'e = np.exp(x - x.max(axis=1, keepdims=True))',
      'p = e / e.sum(axis=1, keepdims=True)',
      'y = -np.log((t * p).sum(axis=1, keepdims=True))',
    ],
    backward: { x: ['dx = dy * (p - t)'] },
  },
  product: { forward: ['y = x @ w'], backward: product },
  batch: { forward: ['y = np.tanh(x @ w)'], backward: throughTanh },
})

const torchText = (N: number): Record<LayerName, Text> => ({
  ...numpyText(N),
  relu: { forward: ['y = torch.relu(x)'], backward: slopes.relu },
  sigmoid: { forward: ['y = torch.sigmoid(x)'], backward: slopes.sigmoid },
  tanh: { forward: ['y = torch.tanh(x)'], backward: slopes.tanh },
  sum: { forward: ['y = x.sum(dim=0, keepdim=True)'], backward: { x: ['dx = dy.expand_as(x)'] } },
  broadcast: {
    forward: [`y = b.expand(${N}, 3)`],
    backward: { b: ['db = dy.sum(dim=0, keepdim=True)'] },
  },
  bias: { forward: ['y = x + b'], backward: { x: ['dx = dy'], b: ['db = dy.sum(dim=0, keepdim=True)'] } },
  mean: {
    forward: ['y = x.mean(dim=0, keepdim=True)'],
    backward: { x: ['dx = (dy / len(x)).expand_as(x)'] },
  },
  softmax: {
    forward: ['y = -(t * torch.log_softmax(x, dim=1)).sum(dim=1, keepdim=True)'],
    backward: { x: ['p = torch.softmax(x, dim=1)', 'dx = dy * (p - t)'] },
  },
  batch: { forward: ['y = torch.tanh(x @ w)'], backward: throughTanh },
})

/** Which tables a layer's program starts from. */
const given: Record<LayerName, readonly (Input | 't')[]> = {
  relu: ['x'],
  sigmoid: ['x'],
  tanh: ['x'],
  sum: ['x'],
  broadcast: ['b'],
  bias: ['x', 'b'],
  mean: ['x'],
  softmax: ['x', 't'],
  product: ['x', 'w'],
  batch: ['x', 'w'],
}

/** The last line of each list carries the formula of what it assigns. */
const beside = (lines: readonly string[], formula: Beside, indent = ''): Line<Beside>[] =>
  lines.map((text, k) => line(k === lines.length - 1 ? formula : undefined, indent, text))

/** The layer's program on the reader's numbers: forward, backward by hand, what it prints; PyTorch's own backward too. */
export function program(state: State, { x, by, inputs, dy, gradient }: Scene): Line<Beside>[] {
  const torch = state.language === 'torch'
  const { forward, backward } = (torch ? torchText : numpyText)(state.N)[state.layer]
  const make = torch ? 'torch.tensor' : 'np.array'
  const values = {
    x,
    w: state.w,
    b: state.b,
    t: state.labels.slice(0, state.N).map((label) => [1, 2, 3].map((j) => (j === label ? 1 : 0))),
  }
  const start = given[state.layer].map((name) =>
    assign<Beside>(
      { name, values: values[name], ...(name !== 't' && { sym: name }) },
      make,
      torch && name !== 't' ? ', requires_grad=True' : '',
    ),
  )
  const arrives = assign<Beside>({ name: 'dy', values: dy, sym: 'dy' }, make)
  const backLines = inputs.flatMap((input) => beside(backward[input] ?? [], `d${input}`, torch ? '    ' : ''))
  const agree = inputs.map((input) => `torch.allclose(d${input}, ${input}.grad)`).join(', ')
  const yes = inputs.map(() => 'True').join(' ')
  if (!torch)
    return paragraphs([plain('import numpy as np')], [...start, arrives], beside(forward, 'y'), backLines, [
      print(`d${by}`, gradient),
    ])
  return paragraphs<Beside>(
    [plain('import torch'), plain('torch.set_default_dtype(torch.float64)')],
    [...start, arrives],
    beside(forward, 'y'),
    [plain('with torch.no_grad():', comment('  # by hand')), ...backLines],
    [plain('y.backward(dy)', comment('  # and by PyTorch')), plain(`print(${agree})`, comment(`  # ${yes}`))],
    [print(`d${by}`, gradient)],
  )
}
