import { tex } from '@/figure'
import { one, type Entry } from '../entry'

/** Signs between and around symbols. */
export const signs: readonly Entry[] = [
  {
    keys: ['R'],
    symbol: tex`\mathbb{R}`,
    text: 'ℝ',
    senses: [
      {
        name: 'the real numbers',
        shape: 'its exponent',
        meaning: 'ℝ holds all numbers, ℝ with exponent N all vectors of N numbers.',
      },
    ],
  },
  {
    keys: ['T'],
    symbol: tex`\w\T`,
    text: 'ᵀ',
    senses: [
      {
        name: 'transposed',
        shape: 'D × M becomes M × D',
        meaning: 'Rows stand up as columns: what was in row i, column j is in row j, column i.',
      },
    ],
  },
  {
    keys: ['odot'],
    symbol: tex`\odot`,
    text: '⊙',
    senses: [
      {
        name: 'entry by entry',
        shape: 'of both factors',
        meaning: 'Multiplies each entry with the one in the same place.',
      },
    ],
  },
  {
    keys: ['tangent'],
    symbol: tex`\rate{a}`,
    text: 'ȧ',
    senses: [
      {
        name: 'rate carried along',
        shape: 'that of a',
        meaning:
          'How fast a moves while the inputs move: its tangent, which forward mode computes beside its value.',
      },
    ],
  },
  {
    keys: ['norm'],
    symbol: tex`\|h\|`,
    text: '‖·‖',
    senses: [
      { name: 'length', shape: one, meaning: 'How long a vector is: the root of the sum of its squares.' },
    ],
  },
  {
    keys: ['abs'],
    symbol: tex`|h|`,
    text: '|·|',
    senses: [{ name: 'absolute value', shape: one, meaning: 'How large a number is, its sign left off.' }],
  },
  {
    keys: ['sum'],
    symbol: tex`\textstyle\sum`,
    text: '∑',
    senses: [
      {
        name: 'sum',
        shape: 'of what it adds',
        meaning: 'Adds what follows, for each value of the index below it.',
      },
    ],
  },
  {
    keys: ['after'],
    symbol: tex`g \circ f`,
    text: '∘',
    senses: [{ name: 'after', shape: 'of g', meaning: 'g ∘ f is f first, then g: g(f(x)).' }],
  },
  {
    keys: ['to'],
    symbol: tex`\to`,
    text: '→',
    senses: [
      {
        name: 'to',
        shape: 'of both sides',
        meaning: 'What stands before it goes to, or becomes, what stands after.',
      },
    ],
  },
  {
    keys: ['then'],
    symbol: tex`\implies`,
    text: '⟹',
    senses: [
      { name: 'implies', shape: 'two statements', meaning: 'Where the first holds, so does the second.' },
    ],
  },
  {
    keys: ['in'],
    symbol: tex`\in`,
    text: '∈',
    senses: [{ name: 'is in', shape: 'a thing and a set', meaning: 'x ∈ ℝ: x is one of the real numbers.' }],
  },
  {
    keys: ['becomes'],
    symbol: tex`\leftarrow`,
    text: '←',
    senses: [
      {
        name: 'becomes',
        shape: 'same on both sides',
        meaning: 'From now on, the left side has the value of the right side.',
      },
    ],
  },
  {
    keys: ['kron'],
    symbol: tex`\delta_{l,d}`,
    text: 'δ',
    senses: [
      {
        since: 'tensors',
        name: 'same index',
        shape: one,
        meaning: '1 where its two indices are equal, else 0. Without an index, a small step.',
      },
    ],
  },
  {
    keys: ['I'],
    symbol: tex`I`,
    text: 'I',
    senses: [
      {
        since: 'modern-layers',
        name: 'the identity',
        shape: 'D × D',
        meaning: 'Ones on the diagonal, zeros elsewhere: a product with it changes nothing.',
      },
    ],
  },
  {
    keys: ['e'],
    symbol: tex`e`,
    text: 'e',
    senses: [
      {
        name: 'base of the exponential',
        shape: one,
        meaning: 'About 2.718: the function e to the x is its own slope.',
      },
    ],
  },
  {
    keys: ['dot'],
    symbol: tex`\cdot`,
    text: '·',
    senses: [
      { name: 'times', shape: one, meaning: 'The product of two numbers.' },
      {
        since: 'gradient',
        name: 'dot product',
        shape: one,
        meaning:
          'Between vectors or tensors of one shape: multiply entry by entry, then add up. Between numbers, their product.',
      },
    ],
  },
  {
    keys: ['colon'],
    symbol: tex`\x_{i,:}`,
    text: ':',
    senses: [
      {
        name: 'all of an axis',
        shape: 'of what is left',
        meaning: 'In an index: every place on that axis. So i,: is row i, and :,j is column j.',
      },
    ],
  },
]
