import type { LayerLetters } from '@/figure/pure'

/** A layer as a reader would type it, with the inputs whose gradients are worth deriving. */
export type Program = {
  readonly name: string
  readonly label: string
  readonly text: string
  readonly by: readonly string[]
  /** The same layer as other courses write it: the names of their programs here. */
  readonly as?: Readonly<Partial<Record<LayerLetters, string>>>
}

/** The layers that are offered by name: one entry each, and every figure, page and test that goes over them has it. */
export const programs: readonly Program[] = [
  {
    name: 'linear',
    label: 'Linear layer',
    text: 'x: N×D\nw: D×M\ny = x w',
    by: ['w', 'x'],
    as: { 'nn.Linear': 'nn-linear', columns: 'columns' },
  },
  {
    name: 'bias',
    label: 'Linear layer with a bias',
    text: 'x: N×D\nw: D×M\nb: M\ny = x w + b',
    by: ['b', 'w', 'x'],
  },
  { name: 'nn-linear', label: 'nn.Linear, weights M×D', text: 'x: N×D\nW: M×D\ny = x Wᵀ', by: ['W', 'x'] },
  { name: 'columns', label: 'Examples in columns, W x', text: 'W: M×D\nx: D×N\ny = W x', by: ['W', 'x'] },
  { name: 'relu', label: 'Linear, then ReLU', text: 'x: N×D\nw: D×M\ny = relu(x w)', by: ['w', 'x'] },
  { name: 'residual', label: 'Residual block', text: 'x: N×D\nw: D×D\ny = x + relu(x w)', by: ['x', 'w'] },
  {
    name: 'residual-mlp',
    label: 'Residual block of two layers',
    text: 'x: N×D\nv: D×H\nw: H×D\nh = relu(x v)\ny = x + h w',
    by: ['x', 'v', 'w'],
  },
  {
    name: 'mlp',
    label: 'Two layers',
    text: 'x: N×D\nv: D×H\nw: H×M\nh = relu(x v)\ny = h w',
    by: ['v', 'w', 'x'],
  },
  { name: 'square', label: 'Square of each entry', text: 'x: N×M\ny = x ⊙ x', by: ['x'] },
  { name: 'center', label: 'Centered batch', text: 'x: N×D\ny = x - mean(x, axis=0)', by: ['x'] },
  { name: 'softmax', label: 'Softmax of each row', text: 'x: N×D\ny = softmax(x, axis=1)', by: ['x'] },
  {
    name: 'cross-entropy',
    label: 'Softmax with cross-entropy',
    text: 'x: N×C\nt: N×C one-hot\nL = -sum(t * log_softmax(x, axis=1)) / N',
    by: ['x'],
  },
  { name: 'scale', label: 'Scale of each column', text: 'x: N×D\ng: D\ny = x * g', by: ['g', 'x'] },
  { name: 'scores', label: 'Attention scores', text: 'Q: N×D\nK: M×D\nS = Q Kᵀ / sqrt(D)', by: ['K', 'Q'] },
  {
    name: 'attention',
    label: 'Attention head',
    text: 'Q: N×D\nK: M×D\nV: M×P\nA = softmax(Q Kᵀ / sqrt(D), axis=1)\ny = A V',
    by: ['V', 'K', 'Q'],
  },
  {
    name: 'masked-attention',
    label: 'Attention head with a mask',
    text: 'Q: N×D\nK: N×D\nV: N×P\nm: N×N          # causal: 1 where a row may look, else 0\nS = Q Kᵀ / sqrt(D)\nA = softmax(where(m > 0.5, S, -1e9), axis=1)\ny = A V',
    by: ['V', 'K', 'Q'],
  },
  {
    name: 'layer-norm',
    label: 'Layer norm',
    text: 'x: N×D\ng: D\nb: D\nm = mean(x, axis=1, keepdims=True)\nv = mean((x - m)^2, axis=1, keepdims=True)\nz = (x - m) / sqrt(v + 1e-5)\ny = z * g + b',
    by: ['x', 'g', 'b'],
  },
  {
    name: 'rms-norm',
    label: 'RMS norm',
    text: 'x: N×D\ng: D\nr = sqrt(mean(x^2, axis=1, keepdims=True) + 1e-6)\ny = x / r * g',
    by: ['x', 'g'],
  },
  {
    name: 'batch-norm',
    label: 'Batch norm, without scale',
    text: 'x: N×D\nm = mean(x, axis=0)\nv = mean((x - m)^2, axis=0)\ny = (x - m) / sqrt(v + 1e-5)',
    by: ['x'],
  },
  {
    name: 'plain-layer-norm',
    label: 'Layer norm, without scale',
    text: 'x: N×D\nc = x - mean(x, axis=1, keepdims=true)\nσ = sqrt(mean(c^2, axis=1, keepdims=true) + 1e-5)\ny = c / σ',
    by: ['x'],
  },
  { name: 'gram', label: 'Products of rows, x xᵀ', text: 'x: N×D\ny = x xᵀ', by: ['x'] },
  { name: 'quadratic', label: 'Quadratic form', text: 'x: D\nA: D×D\ny = x @ A @ x', by: ['A', 'x'] },
  {
    name: 'glu',
    label: 'Gated linear unit',
    text: 'x: N×D\nv: D×M\nw: D×M\ny = (x w) * sigmoid(x v)',
    by: ['w', 'v', 'x'],
  },
  { name: 'adapter', label: 'Low-rank adapter', text: 'x: N×D\nA: D×R\nB: R×M\ny = x A B', by: ['A', 'B'] },
  {
    name: 'lstm',
    label: 'LSTM cell',
    text: 'x: N×D\nh, c: N×H\nWi, Wf, Wo, Wg: D×H\nUi, Uf, Uo, Ug: H×H\ni = sigmoid(x Wi + h Ui)\nf = sigmoid(x Wf + h Uf)\no = sigmoid(x Wo + h Uo)\ng = tanh(x Wg + h Ug)\nC = f * c + i * g\ny = o * tanh(C)',
    by: ['Wf', 'Ug', 'c'],
  },
  {
    name: 'contrastive',
    label: 'Contrastive loss of pairs',
    text: 'a: N×D\nb: N×D\nS = a bᵀ\nL = -trace(log_softmax(S, axis=1)) / N',
    by: ['a', 'b'],
  },
  {
    name: 'embedding',
    label: 'Embedding lookup',
    text: 't: N×V one-hot\nE: V×D\ny = t E',
    by: ['E'],
  },
  {
    name: 'filter',
    label: 'Convolution of one row',
    text: 'x: N\nw: R\ny[n] = Σ_r x[n+r] w[r]',
    by: ['w', 'x'],
  },
  {
    name: 'convolution',
    label: 'Convolution along time',
    text: 'x: T×C\nw: K×C×O\ny[t,o] = Σ_k Σ_c x[t+k,c] w[k,c,o]',
    by: ['w', 'x'],
  },
  {
    name: 'masked-mean',
    label: 'Masked mean over tokens',
    text: 'x: T×D\nm: T          # 1 or 0 for each token\ny[d] = Σ_t m[t] x[t,d] / Σ_s m[s]',
    by: ['x'],
  },
]

/** The program of a name as the reader's course writes it, and what it calls one of the inputs there. */
export function programAs(name: string, letters: LayerLetters, by: string) {
  const program = programOf(name)
  const other = program.as?.[letters]
  if (other === undefined) return { program, by }
  const found = programOf(other)
  return { program: found, by: found.by.find((own) => own.toLowerCase() === by.toLowerCase()) ?? by }
}

/** The program of a name; throws for one that is not there. */
export function programOf(name: string): Program {
  const found = programs.find((program) => program.name === name)
  if (!found) throw new Error(`There is no layer “${name}”: ${programs.map((one) => one.name).join(', ')}.`)
  return found
}
