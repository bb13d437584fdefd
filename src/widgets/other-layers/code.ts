import { assign, print } from '../in-code/python'
import { comment, line, paragraphs, plain, type Line } from '../in-code/tokens'
import type { Input, LayerName } from './layer'
import { oneHot, type Scene, type State } from './model'

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
      'z = x - x.max(axis=1, keepdims=True)',
      'logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))',
      'y = -(t * logp).sum(axis=1, keepdims=True)',
    ],
    backward: { x: ['p = np.exp(logp)', 'dx = dy * (p - t)'] },
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

type Program = {
  /** What a reader copies and runs: it ends by printing the gradient of the figure. */
  whole: Line<Beside>[]
  /** What the figure shows of it: forward and backward. */
  lines: Line<Beside>[]
}

/** The layer as a program on the reader's numbers; in PyTorch with the library's own backward pass beside the one by hand. */
export function program(state: State, scene: Scene): Program {
  const torch = state.language === 'torch'
  const { forward, backward } = (torch ? torchText : numpyText)(state.N)[state.layer]
  const back = scene.inputs.flatMap((input) =>
    beside(backward[input] ?? [], `d${input}`, torch ? '    ' : ''),
  )
  const passes = torch
    ? [beside(forward, 'y'), [plain('with torch.no_grad():', comment('  # by hand')), ...back], agree(scene)]
    : [beside(forward, 'y'), back]
  return {
    lines: paragraphs(...passes),
    whole: paragraphs<Beside>(
      ...(torch
        ? [[plain('import torch')], [plain('torch.set_default_dtype(torch.float64)')]]
        : [[plain('import numpy as np')]]),
      tables(state, scene, torch),
      ...passes,
      [print(`d${scene.by}`, scene.gradient)],
    ),
  }
}

function agree({ inputs }: Scene): Line<never>[] {
  const tests = inputs.map((input) => `torch.allclose(d${input}, ${input}.grad)`).join(', ')
  return [
    plain('y.backward(dy)', comment('  # and by PyTorch')),
    plain(`print(${tests})`, comment(`  # ${inputs.map(() => 'True').join(' ')}`)),
  ]
}

function tables(state: State, { x, dy }: Scene, torch: boolean): Line<Beside>[] {
  const make = torch ? 'torch.tensor' : 'np.array'
  const values = { ...state, x, t: oneHot(state.labels.slice(0, state.N), 3) }
  const start = given[state.layer].map((name) =>
    assign<Beside>(
      { name, values: values[name], ...(name !== 't' && { sym: name }) },
      make,
      torch && name !== 't' ? ', requires_grad=True' : '',
    ),
  )
  return [...start, assign<Beside>({ name: 'dy', values: dy, sym: 'dy' }, make)]
}
