import { tex } from '@/figure'
import { count, type Entry } from '../entry'

/** Sizes and indices. */
export const sizes: readonly Entry[] = [
  {
    keys: ['N'],
    symbol: tex`N`,
    text: 'N',
    senses: [
      { name: 'number of inputs', shape: count, meaning: 'How many entries x has.' },
      {
        since: 'tensors',
        name: 'sizes of the input',
        shape: count,
        meaning: 'N₁, N₂ and so on: how long x is along each of its axes. In N × D, how many examples x has.',
      },
      {
        since: 'backprop',
        name: 'batch size',
        shape: count,
        meaning: 'How many examples go through the layer together.',
      },
      {
        since: 'modern-layers',
        name: 'number of rows',
        shape: count,
        meaning: 'How many rows x has, or queries attention; how many numbers go into a convolution.',
      },
    ],
  },
  {
    keys: ['D'],
    symbol: tex`D`,
    text: 'D',
    senses: [
      {
        name: 'number of axes',
        shape: count,
        meaning: 'A tensor has D axes; a matrix has two. In N × D, how many numbers each example has.',
      },
      {
        since: 'backprop',
        name: 'inputs of an example',
        shape: count,
        meaning: 'How many numbers of each example go into the layer.',
      },
      {
        since: 'modern-layers',
        name: 'length of a row',
        shape: count,
        meaning: 'How many numbers each row of x has, and each query and each key.',
      },
    ],
  },
  {
    keys: ['M'],
    symbol: tex`M`,
    text: 'M',
    senses: [
      { name: 'number of outputs', shape: count, meaning: 'How many entries y has.' },
      {
        since: 'tensors',
        name: 'sizes of the output',
        shape: count,
        meaning: 'M₁, M₂ and so on: how long y is along each of its axes. In N × M, outputs of each example.',
      },
      {
        since: 'backprop',
        name: 'outputs of an example',
        shape: count,
        meaning: 'How many numbers of each example come out of the layer.',
      },
      {
        since: 'modern-layers',
        name: 'number of keys',
        shape: count,
        meaning: 'How many keys attention looks at, each with its value.',
      },
    ],
  },
  {
    keys: ['K'],
    symbol: tex`K`,
    text: 'K',
    senses: [
      { name: 'entries of z', shape: count, meaning: 'How many entries the output of g has.' },
      {
        since: 'tensors',
        name: 'sizes of z',
        shape: count,
        meaning: 'K₁, K₂ and so on: how long z is along each of its axes.',
      },
      {
        since: 'modern-layers',
        name: 'keys',
        shape: 'M × D',
        meaning: 'What attention compares its queries with, one key in each row.',
      },
    ],
  },
  {
    keys: ['H'],
    symbol: tex`H`,
    text: 'H',
    senses: [
      { since: 'tensors', name: 'height', shape: count, meaning: 'How many rows an image has.' },
      {
        since: 'vectorization',
        name: 'hidden units',
        shape: count,
        meaning: 'How many numbers of each example the hidden layer has.',
      },
    ],
  },
  {
    keys: ['W'],
    symbol: tex`W`,
    text: 'W',
    senses: [{ name: 'width', shape: count, meaning: 'How many columns an image has.' }],
  },
  {
    keys: ['C'],
    symbol: tex`C`,
    text: 'C',
    senses: [
      {
        since: 'jacobian',
        name: 'a matrix',
        shape: 'rows × columns',
        meaning: 'The third of a chain, after A and B.',
      },
      {
        since: 'tensors',
        name: 'channels',
        shape: count,
        meaning: 'How many numbers each pixel of an image has: three for red, green and blue.',
      },
    ],
  },
  {
    keys: ['P'],
    symbol: tex`P`,
    text: 'P',
    senses: [
      {
        since: 'modern-layers',
        name: 'length of a value',
        shape: count,
        meaning: 'How many numbers each value has.',
      },
    ],
  },
  {
    keys: ['reach'],
    symbol: tex`R`,
    text: 'R',
    senses: [
      {
        since: 'modern-layers',
        name: 'reach of a convolution',
        shape: count,
        meaning: 'How many weights slide along the input.',
      },
    ],
  },
  {
    keys: ['i'],
    symbol: tex`i`,
    text: 'i',
    senses: [
      { name: 'an index', shape: count, meaning: 'Which entry: of x in a gradient, of y in a Jacobian.' },
      {
        since: 'tensors',
        name: 'an index',
        shape: 'one whole number an axis',
        meaning: 'Which entry of a tensor: the index is itself a vector.',
      },
    ],
  },
  {
    keys: ['j'],
    symbol: tex`j`,
    text: 'j',
    senses: [
      { name: 'an index', shape: count, meaning: 'Which entry, where i is taken.' },
      {
        since: 'tensors',
        name: 'an index',
        shape: 'one whole number an axis',
        meaning: 'Which entry of a tensor, where i is taken.',
      },
    ],
  },
  {
    keys: ['k', 'l'],
    symbol: tex`k, l`,
    text: 'k, l',
    senses: [
      { name: 'an index', shape: count, meaning: 'Which entry, where the other letters are taken.' },
      {
        since: 'tensors',
        name: 'an index',
        shape: 'one whole number an axis',
        meaning: 'Which entry of a tensor, where i and j are taken.',
      },
      {
        since: 'backprop',
        name: 'an index',
        shape: count,
        meaning: 'Which entry, where the other letters are taken.',
      },
    ],
  },
  {
    keys: ['n'],
    symbol: tex`n`,
    text: 'n',
    senses: [
      { name: 'an index', shape: count, meaning: 'Which example of the batch: from 1 to N.' },
      {
        since: 'modern-layers',
        name: 'an index',
        shape: count,
        meaning: 'Which row, query or place: from 1 to N.',
      },
    ],
  },
  {
    keys: ['d'],
    symbol: tex`d`,
    text: 'd',
    senses: [
      { since: 'tensors', name: 'an index', shape: count, meaning: 'Which input of the layer: from 1 to D.' },
      {
        since: 'modern-layers',
        name: 'an index',
        shape: count,
        meaning: 'Which number of a row: from 1 to D.',
      },
    ],
  },
  {
    keys: ['m'],
    symbol: tex`m`,
    text: 'm',
    senses: [
      { name: 'an index', shape: count, meaning: 'Which output of the layer: from 1 to M.' },
      {
        since: 'modern-layers',
        name: 'an index',
        shape: count,
        meaning: 'Which key, and its value: from 1 to M.',
      },
    ],
  },
]
