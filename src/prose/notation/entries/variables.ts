import { tex } from '@/figure'
import { count, one, type Entry } from '../entry'

/** What goes in and comes out. */
export const variables: readonly Entry[] = [
  {
    keys: ['x'],
    symbol: tex`\x`,
    text: 'x',
    hue: 'x',
    senses: [
      { name: 'input', shape: one, meaning: 'What goes into the function.' },
      {
        since: 'gradient',
        name: 'input',
        shape: 'N numbers',
        meaning: 'What goes into the function: a vector. Its entries are x₁, x₂ and so on.',
      },
      {
        since: 'tensors',
        name: 'input',
        shape: 'N₁ × N₂ × …',
        meaning: 'What goes into the function: a tensor, with any number of axes.',
      },
      {
        since: 'backprop',
        name: 'input',
        shape: 'N × D',
        meaning: 'What goes into the layer: a batch, one example in each row.',
      },
    ],
  },
  {
    keys: ['y'],
    symbol: tex`\y`,
    text: 'y',
    hue: 'y',
    senses: [
      { name: 'output', shape: one, meaning: 'What comes out of the function: y = f(x).' },
      {
        since: 'jacobian',
        name: 'output',
        shape: 'M numbers',
        meaning: 'What comes out of the function: a vector.',
      },
      {
        since: 'tensors',
        name: 'output',
        shape: 'M₁ × M₂ × …',
        meaning: 'What comes out of the function: a tensor, with axes of its own.',
      },
      {
        since: 'backprop',
        name: 'output',
        shape: 'N × M',
        meaning: 'What comes out of the layer, one row for each example. In a linear layer, y = xw.',
      },
    ],
  },
  {
    keys: ['z'],
    symbol: tex`z`,
    text: 'z',
    senses: [
      { name: 'output of a second function', shape: one, meaning: 'What g makes of y: z = g(y).' },
      {
        since: 'jacobian',
        name: 'output of a second function',
        shape: 'K numbers',
        meaning: 'What g makes of y: z = g(y), now a vector.',
      },
      {
        since: 'tensors',
        name: 'output of a second function',
        shape: 'K₁ × K₂ × …',
        meaning: 'What g makes of y: z = g(y), now a tensor.',
      },
      {
        since: 'backprop',
        name: 'output of ReLU',
        shape: 'N × M',
        meaning: 'y with its negative entries set to zero.',
      },
      {
        since: 'linear-layer',
        name: 'scores',
        shape: 'N × M',
        meaning: 'What softmax turns into probabilities, row by row.',
      },
      {
        since: 'vectorization',
        name: 'scores',
        shape: 'N × 2',
        meaning: 'What the network makes of each example: one score for each class, before softmax.',
      },
    ],
  },
  {
    keys: ['w'],
    symbol: tex`\w`,
    text: 'w',
    hue: 'w',
    senses: [
      {
        name: 'weights',
        shape: 'D × M',
        meaning: 'What a layer learns. In row d, column m stands the wire from input d to output m.',
      },
    ],
  },
  {
    keys: ['b'],
    symbol: tex`\b`,
    text: 'b',
    hue: 'w',
    senses: [
      {
        since: 'backprop',
        name: 'bias',
        shape: '1 × M',
        meaning: 'A row that the layer adds to each row of its output.',
      },
    ],
  },
  {
    keys: ['L'],
    symbol: tex`\L`,
    text: 'L',
    hue: 'L',
    senses: [
      { name: 'loss', shape: one, meaning: 'The single number at the end of a network, to be made small.' },
    ],
  },
  {
    keys: ['f'],
    symbol: tex`f`,
    text: 'f',
    senses: [{ name: 'a function', shape: 'as its output', meaning: 'What makes y of x: y = f(x).' }],
  },
  {
    keys: ['g'],
    symbol: tex`g`,
    text: 'g',
    senses: [
      { name: 'a second function', shape: 'as its output', meaning: 'What follows f in a chain: z = g(y).' },
      {
        since: 'gradient',
        name: 'a vector on trial',
        shape: 'N numbers',
        meaning: 'The gradient, if what g · h misses vanishes even when divided by the length of h.',
      },
      {
        since: 'jacobian',
        name: 'a second function',
        shape: 'as its output',
        meaning: 'What follows f in a chain: z = g(y).',
      },
      {
        since: 'vectorization',
        name: 'a scale',
        shape: '1 × D',
        meaning: 'What each column of x is multiplied by, in an exercise.',
      },
    ],
  },
  {
    keys: ['c'],
    symbol: tex`c`,
    text: 'c',
    senses: [
      {
        since: 'backprop',
        name: 'coefficients',
        shape: 'N × M, as y',
        meaning: 'How much each entry counts in a loss that is a weighted sum.',
      },
      {
        since: 'vectorization',
        name: 'coefficients',
        shape: 'N × 2',
        meaning: 'What each log p counts in the loss: −1/N at the right class, 0 elsewhere.',
      },
      {
        since: 'modern-layers',
        name: 'centered rows',
        shape: 'N × D, as x',
        meaning: 'x with the mean of each row taken away.',
      },
    ],
  },
  {
    keys: ['t'],
    symbol: tex`t`,
    text: 't',
    senses: [
      { name: 'target', shape: 'N × M, as y', meaning: 'What y should be, for the squared error.' },
      {
        since: 'vectorization',
        name: 'labels',
        shape: 'one row an example',
        meaning: 'One-hot rows: 1 at the right class of the example, 0 elsewhere.',
      },
      {
        since: 'modern-layers',
        name: 'tokens',
        shape: 'one row a place',
        meaning: 'One-hot rows: 1 at the token that stands there, 0 elsewhere.',
      },
    ],
  },
  {
    keys: ['p'],
    symbol: tex`p`,
    text: 'p',
    senses: [
      {
        since: 'backprop',
        name: 'weighted entries',
        shape: 'N × M',
        meaning: 'Each entry of z times its coefficient: p = z ⊙ c.',
      },
      {
        since: 'linear-layer',
        name: 'probabilities',
        shape: 'N × M',
        meaning: 'What softmax makes of a row: positive numbers with sum 1.',
      },
      {
        since: 'modern-layers',
        name: 'an index',
        shape: count,
        meaning: 'Which number of a value: from 1 to P.',
      },
    ],
  },
  {
    keys: ['s', 's1', 's2'],
    symbol: tex`s`,
    text: 's',
    senses: [
      {
        since: 'vectorization',
        name: 'sums',
        shape: 'N × M',
        meaning: 'What a layer makes of its input and weights, before the bias.',
      },
    ],
  },
  {
    keys: ['a'],
    symbol: tex`a`,
    text: 'a',
    senses: [
      {
        since: 'vectorization',
        name: 'sums with bias',
        shape: 'N × H',
        meaning: 'What goes into ReLU: the hidden layer before its kink.',
      },
    ],
  },
  {
    keys: ['theta'],
    symbol: tex`\theta`,
    text: 'θ',
    senses: [
      {
        since: 'vectorization',
        name: 'any parameter',
        shape: one,
        meaning: 'One weight or bias of the network, whichever is checked.',
      },
    ],
  },
  {
    keys: ['u', 'v'],
    symbol: tex`u, v`,
    text: 'u, v',
    senses: [
      {
        since: 'gradient',
        name: 'vectors',
        shape: 'N numbers',
        meaning: 'Any vector is v, and one of length 1 is u: a direction.',
      },
      {
        since: 'backprop',
        name: 'two uses of x',
        shape: 'each its own',
        meaning: 'Where x is used twice: its two copies, or what two layers make of it.',
      },
    ],
  },
]
