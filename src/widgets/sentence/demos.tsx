import type { Demo } from '@/figure/demo'
import type { State } from './View'

const square = {
  f: 'x^2',
  text: 'With *f*(*x*) = *x*², if *x* moves from {x=2} by {dx=0.1}, *y* moves by about {predicted change of y: linear}; truly by {true change of y: change}.',
  ranges: { x: [-10, 10, 0.1], dx: [-1, 1, 0.01] },
}

export const demos: Demo<State>[] = [
  { name: 'A function, nudged', props: { id: 'sentence-square', ...square } },
  {
    name: 'Not defined everywhere',
    props: {
      id: 'sentence-log',
      text: 'The logarithm of {x=1} is {logarithm: ln(x)}.',
      start: { values: [0] },
    },
  },
]
