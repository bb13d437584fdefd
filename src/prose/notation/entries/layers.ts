import { tex } from '@/figure'
import { one, type Entry } from '../entry'

/** Matrices under capital letters, and what the layers of today’s networks are made of. */
export const layers: readonly Entry[] = [
  {
    keys: ['A'],
    symbol: tex`A`,
    text: 'A',
    senses: [
      { name: 'a matrix', shape: 'rows × columns', meaning: 'Any matrix, the first of a chain.' },
      {
        since: 'modern-layers',
        name: 'weights of attention',
        shape: 'N × M',
        meaning: 'How much of each value goes into the output of each query; a row adds up to 1.',
      },
    ],
  },
  {
    keys: ['B'],
    symbol: tex`B`,
    text: 'B',
    senses: [{ name: 'a matrix', shape: 'rows × columns', meaning: 'The second of a chain, after A.' }],
  },
  {
    keys: ['S'],
    symbol: tex`S`,
    text: 'S',
    senses: [
      {
        since: 'vectorization',
        name: 'sum of a row',
        shape: one,
        meaning: 'The exponentials of a row of x, added up: what softmax divides by.',
      },
      {
        since: 'modern-layers',
        name: 'scores',
        shape: 'N × M',
        meaning: 'How well each key answers each query: their dot product, over the root of D.',
      },
    ],
  },
  {
    keys: ['Q'],
    symbol: tex`Q`,
    text: 'Q',
    senses: [
      {
        since: 'modern-layers',
        name: 'queries',
        shape: 'N × D',
        meaning: 'What attention asks with, one query in each row.',
      },
    ],
  },
  {
    keys: ['V'],
    symbol: tex`V`,
    text: 'V',
    senses: [
      {
        since: 'modern-layers',
        name: 'values',
        shape: 'M × P',
        meaning: 'What attention takes its means of, one value in each row.',
      },
    ],
  },
  {
    keys: ['E'],
    symbol: tex`E`,
    text: 'E',
    senses: [
      {
        since: 'modern-layers',
        name: 'embedding',
        shape: 'one row a token',
        meaning: 'The table that rows are looked up in: what a network learns of each token.',
      },
    ],
  },
  {
    keys: ['r'],
    symbol: tex`r`,
    text: 'r',
    senses: [
      {
        since: 'modern-layers',
        name: 'a number for each row',
        shape: 'N × 1',
        meaning:
          'In attention, the weighted mean that softmax takes from a row on the way back; in RMS norm, the root of the mean square. As an index: which weight of a convolution.',
      },
    ],
  },
  {
    keys: ['sigma'],
    symbol: tex`\sigma`,
    text: 'σ',
    senses: [
      {
        since: 'modern-layers',
        name: 'spread of a row',
        shape: 'N numbers',
        meaning: 'The root of the mean square of a row, its mean taken away.',
      },
    ],
  },
  {
    keys: ['ell'],
    symbol: tex`\ell`,
    text: 'ℓ',
    senses: [
      {
        since: 'modern-layers',
        name: 'logarithm of a sum',
        shape: 'N numbers',
        meaning: 'For each row of scores, the logarithm of what softmax divides by.',
      },
    ],
  },
]
