import {
  add,
  broadcastTo,
  div,
  greater,
  logSoftmax,
  matmul,
  mean,
  mul,
  neg,
  nth,
  relu,
  sigmoid,
  softmax,
  sub,
  sum,
  tanh,
  transpose,
  type Tensor,
} from '@/autodiff'

/** What a layer may take in: the batch x, N × 3; weights w, 3 × 2; a row b, 1 × 3. */
export type Input = 'x' | 'w' | 'b'
/** The inputs, and t: N × 3, a one at the right column of each row. */
export type Env = Readonly<Record<Input | 't', Tensor>>
/** What the backward pass may use: inputs, output, and the gradient that arrives. */
export type Values = Env & Readonly<Record<'y' | 'dy', Tensor>>

type Layer = {
  f: (env: Env) => Tensor
  /** The short formula of the gradient by each input that the layer has, written by hand: the core checks it. */
  short: Partial<Record<Input, (values: Values) => Tensor>>
}

const rows = { axis: 0, keepdims: true } as const
const columns = { axis: 1, keepdims: true } as const

/** dy times the slope of tanh, read off its output. */
const throughTanh = ({ y, dy }: Values) => mul(dy, sub(1, mul(y, y)))

/** The layers of the chapter: how each makes y, and what it sends back. */
export const layers = {
  relu: { f: ({ x }) => relu(x), short: { x: ({ x, dy }) => mul(dy, greater(x, 0)) } },
  sigmoid: { f: ({ x }) => sigmoid(x), short: { x: ({ y, dy }) => mul(dy, mul(y, sub(1, y))) } },
  tanh: { f: ({ x }) => tanh(x), short: { x: throughTanh } },
  sum: { f: ({ x }) => sum(x, rows), short: { x: ({ x, dy }) => broadcastTo(dy, x.shape) } },
  broadcast: { f: ({ b, x }) => broadcastTo(b, x.shape), short: { b: ({ dy }) => sum(dy, rows) } },
  bias: { f: ({ x, b }) => add(x, b), short: { x: ({ dy }) => dy, b: ({ dy }) => sum(dy, rows) } },
  mean: {
    f: ({ x }) => mean(x, rows),
    short: { x: ({ x, dy }) => broadcastTo(div(dy, nth(x.shape, 0)), x.shape) },
  },
  softmax: {
    f: ({ x, t }) => neg(sum(mul(t, logSoftmax(x, { axis: 1 })), columns)),
    short: { x: ({ x, t, dy }) => mul(dy, sub(softmax(x, { axis: 1 }), t)) },
  },
  product: {
    f: ({ x, w }) => matmul(x, w),
    short: { x: ({ w, dy }) => matmul(dy, transpose(w)), w: ({ x, dy }) => matmul(transpose(x), dy) },
  },
  batch: {
    f: ({ x, w }) => tanh(matmul(x, w)),
    short: {
      x: (v) => matmul(throughTanh(v), transpose(v.w)),
      w: (v) => matmul(transpose(v.x), throughTanh(v)),
    },
  },
} satisfies Record<string, Layer>

export type LayerName = keyof typeof layers

/** The layer under its name, with every input asked for by name. */
export const layerOf = (name: LayerName): Layer => layers[name]

/** The inputs that a layer has a gradient for. */
export const inputsOf = (name: LayerName) => Object.keys(layers[name].short) as Input[]
