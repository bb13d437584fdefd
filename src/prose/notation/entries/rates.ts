import { tex } from '@/figure'
import { one, type Entry } from '../entry'

/** Changes and rates. */
export const rates: readonly Entry[] = [
  {
    keys: ['delta'],
    symbol: tex`\Delta`,
    text: 'Δ',
    senses: [
      {
        name: 'nudge',
        shape: 'of what it stands before',
        meaning: 'A small change: x becomes x + Δx, and y moves by about (∂y/∂x)·Δx.',
      },
    ],
  },
  {
    keys: ['h'],
    symbol: tex`h`,
    text: 'h',
    senses: [
      { name: 'step', shape: one, meaning: 'A nudge on its way to zero, in the limit that defines a slope.' },
      {
        since: 'gradient',
        name: 'step',
        shape: 'of x',
        meaning: 'A nudge on its way to zero, from any direction.',
      },
      {
        since: 'vectorization',
        name: 'hidden layer',
        shape: 'N × H',
        meaning:
          'What leaves ReLU in the network of chapter {vectorization}: one number for each example and hidden unit.',
      },
    ],
  },
  {
    keys: ['approx'],
    symbol: tex`\approx`,
    text: '≈',
    senses: [
      {
        name: 'is about',
        shape: 'same on both sides',
        meaning: 'Both sides agree but for a remainder that shrinks faster than the nudge.',
      },
    ],
  },
  {
    keys: ['eps'],
    symbol: tex`\varepsilon`,
    text: 'ε',
    senses: [
      {
        name: 'machine precision',
        shape: one,
        meaning: 'The relative gap between neighboring numbers in a computer.',
      },
      {
        since: 'modern-layers',
        name: 'a tiny number',
        shape: one,
        meaning: 'Keeps a root from being 0, where it is divided by.',
      },
    ],
  },
  {
    keys: ['dydx'],
    symbol: tex`\displaystyle\dydx`,
    text: '∂y/∂x',
    senses: [
      { name: 'derivative', shape: one, meaning: 'The rate at which y moves when x does: the slope.' },
      {
        since: 'gradient',
        name: 'gradient',
        shape: 'N numbers',
        meaning: 'One rate for each entry of x.',
      },
      {
        since: 'jacobian',
        name: 'Jacobian',
        shape: 'M × N',
        meaning: 'One rate for each pair of an entry of y (row) and an entry of x (column).',
      },
      {
        since: 'tensors',
        name: 'generalized Jacobian',
        shape: '(M₁ × M₂ × …) × (N₁ × N₂ × …)',
        meaning:
          'One rate for each pair of an entry of y and an entry of x: axes of y first, then axes of x.',
      },
      {
        since: 'backprop',
        name: 'generalized Jacobian',
        shape: '(N × M) × (N × D)',
        meaning: 'One rate for each pair of an entry of y and an entry of x: output first, input second.',
      },
    ],
  },
  {
    keys: ['J'],
    symbol: tex`J`,
    text: 'J',
    senses: [{ name: 'Jacobian', shape: 'M × N', meaning: 'Another name for ∂y/∂x where both are vectors.' }],
  },
  {
    keys: ['dzdy'],
    symbol: tex`\displaystyle\frac{\partial z}{\partial \y}`,
    text: '∂z/∂y',
    senses: [
      { name: 'derivative', shape: one, meaning: 'The rate at which z moves when y does.' },
      {
        since: 'jacobian',
        name: 'Jacobian',
        shape: 'K × M',
        meaning: 'One rate for each pair of an entry of z (row) and an entry of y (column).',
      },
      {
        since: 'tensors',
        name: 'generalized Jacobian',
        shape: '(K₁ × K₂ × …) × (M₁ × M₂ × …)',
        meaning: 'One rate for each pair of an entry of z and an entry of y: axes of z first.',
      },
    ],
  },
  {
    keys: ['dzdx'],
    symbol: tex`\displaystyle\frac{\partial z}{\partial \x}`,
    text: '∂z/∂x',
    senses: [
      { name: 'derivative', shape: one, meaning: 'The rate at which z moves when x does, by way of y.' },
      {
        since: 'jacobian',
        name: 'Jacobian',
        shape: 'K × N',
        meaning: 'One rate for each pair of an entry of z and an entry of x: the product of ∂z/∂y and ∂y/∂x.',
      },
      {
        since: 'tensors',
        name: 'generalized Jacobian',
        shape: '(K₁ × K₂ × …) × (N₁ × N₂ × …)',
        meaning: 'One rate for each pair of an entry of z and an entry of x: axes of z first.',
      },
    ],
  },
  {
    keys: ['prime'],
    symbol: tex`f'(\x)`,
    text: 'f′',
    senses: [
      { name: 'derivative', shape: one, meaning: 'The slope of f at a point: another way to write ∂y/∂x.' },
    ],
  },
  {
    keys: ['dydw'],
    symbol: tex`\displaystyle\dydw`,
    text: '∂y/∂w',
    senses: [
      {
        name: 'generalized Jacobian',
        shape: '(N × M) × (D × M)',
        meaning: 'One rate for each pair of an entry of y and a weight.',
      },
    ],
  },
  {
    keys: ['dydb'],
    symbol: tex`\displaystyle\frac{\partial \y}{\partial \b}`,
    text: '∂y/∂b',
    senses: [
      {
        name: 'generalized Jacobian',
        shape: '(N × M) × (1 × M)',
        meaning: 'One rate for each pair of an entry of y and an entry of the bias.',
      },
    ],
  },
  {
    keys: ['nabla'],
    symbol: tex`\nabla f`,
    text: '∇f',
    senses: [
      {
        name: 'gradient',
        shape: 'N numbers',
        meaning: 'The one vector g with f(x + h) ≈ f(x) + g · h for every small h.',
      },
    ],
  },
  {
    keys: ['dy'],
    symbol: tex`\displaystyle\dLdy`,
    text: '∂L/∂y',
    hue: 'y',
    senses: [
      {
        name: 'gradient by the output',
        shape: 'N × M, as y',
        meaning: 'What arrives from the layers above: how fast the loss moves when an entry of y does.',
      },
    ],
  },
  {
    keys: ['dx', 'dxToo'],
    symbol: tex`\displaystyle\dLdx`,
    text: '∂L/∂x',
    hue: 'x',
    senses: [
      {
        name: 'gradient by the input',
        shape: 'N × D, as x',
        meaning: 'What the layer hands down: how fast the loss moves when an entry of x does.',
      },
    ],
  },
  {
    keys: ['dw', 'dwToo'],
    symbol: tex`\displaystyle\dLdw`,
    text: '∂L/∂w',
    hue: 'w',
    senses: [
      {
        name: 'gradient by the weights',
        shape: 'D × M, as w',
        meaning: 'What the layer keeps, to improve its weights: how fast the loss moves when a weight does.',
      },
    ],
  },
  {
    keys: ['db'],
    symbol: tex`\displaystyle\dLdb`,
    text: '∂L/∂b',
    hue: 'w',
    senses: [
      {
        name: 'gradient by the bias',
        shape: '1 × M, as b',
        meaning: 'How fast the loss moves when an entry of the bias does.',
      },
    ],
  },
  {
    keys: ['dz', 'dp'],
    symbol: tex`\displaystyle\frac{\partial \L}{\partial z}`,
    text: '∂L/∂z',
    senses: [
      {
        since: 'backprop',
        name: 'gradient by a later value',
        shape: 'as that value',
        meaning: 'How fast the loss moves when an entry of z, or of p, does.',
      },
    ],
  },
  {
    keys: ['dQ', 'dK', 'dV', 'dA', 'dS'],
    symbol: tex`\displaystyle\frac{\partial \L}{\partial Q}`,
    text: '∂L/∂Q',
    senses: [
      {
        since: 'modern-layers',
        name: 'gradient by a part of attention',
        shape: 'as that part',
        meaning: 'How fast the loss moves when an entry of Q does; and so for K, V, S and A.',
      },
    ],
  },
  {
    keys: ['dE'],
    symbol: tex`\displaystyle\frac{\partial \L}{\partial E}`,
    text: '∂L/∂E',
    senses: [
      {
        since: 'modern-layers',
        name: 'gradient by the embedding',
        shape: 'as E',
        meaning: 'How fast the loss moves when an entry of the table does.',
      },
    ],
  },
  {
    keys: ['eta'],
    symbol: tex`\eta`,
    text: 'η',
    senses: [
      {
        since: 'vectorization',
        name: 'learning rate',
        shape: one,
        meaning: 'How far a step of training goes, for each unit of the gradient.',
      },
    ],
  },
]
