import { fromPrograms } from './fromPrograms'
import { identity, type Group } from './identity'

export const layers: Group = {
  name: 'layers',
  title: 'Layers',
  of: [
    fromPrograms('bias'),
    fromPrograms('relu'),
    fromPrograms('mlp'),
    fromPrograms('residual'),
    fromPrograms('glu'),
    identity('swiglu', 'SwiGLU', 'x: N×D\nv: D×M\nw: D×M\ny = silu(x w) * (x v)'),
    identity(
      'lstm-gate',
      'Gate of an LSTM',
      'x: N×D\nh: N×H\nw: D×H\nu: H×H\nb: H\ny = sigmoid(x w + h u + b)',
    ),
    identity('lstm-cell', 'Cell of an LSTM', 'f: N×H\nc: N×H\ni: N×H\ng: N×H\ny = f * c + i * g'),
    identity('recurrent', 'Recurrent step', 'x: N×D\nh: N×H\nw: D×H\nu: H×H\ny = tanh(x w + h u)'),
    fromPrograms('embedding'),
    fromPrograms('convolution'),
    identity('depthwise', 'Convolution channel by channel', 'x: T×C\nw: K×C\ny[t,c] = Σ_k x[t+k,c] w[k,c]'),
    fromPrograms('masked-mean'),
    identity('dropout', 'Dropout with its mask', 'x: N×D\nm: N×D\nc:\ny = x * m / c', ['x']),
    identity(
      'gated-mixture',
      'Two experts and a gate',
      'a: N×D\nb: N×D\ng: N×D\ny = sigmoid(g) * a + (1 - sigmoid(g)) * b',
    ),
    identity(
      'layer-norm',
      'Layer norm, without scale',
      'x: N×D\ny = (x - mean(x, axis=1, keepdims=True)) / sqrt(var(x, axis=1, keepdims=True) + 1e-5)',
    ),
    identity(
      'rms-norm',
      'RMS norm',
      'x: N×D\ng: D\ny = x / sqrt(mean(x^2, axis=1, keepdims=True) + 1e-6) * g',
    ),
    fromPrograms('batch-norm'),
    identity('weight-norm', 'Weight norm', 'v: D\ng:\nw = g * v / norm(v)'),
  ],
}
