import type { Demo } from '@/figure/demo'
import { programOf } from '@/topics/programs/programs'
import type { State } from './state'

export const demos: Demo<State>[] = [
  { name: 'A layer, its values and a derivation', props: { id: 'playground-first' } },
  {
    name: 'Both passes over the graph, a value used twice',
    props: {
      id: 'playground-passes',
      start: { program: programOf('residual-mlp').text, panel: 'passes', step: 5, numbers: 'hidden' },
    },
  },
  {
    name: 'A program with a slip, the rest alive; its code',
    props: {
      id: 'playground-slip',
      start: {
        program: 'x: N×D\nw: D×M\ns = x w\nh = relu(z)\ng = h * 2\ny = tanh(s)',
        panel: 'code',
      },
    },
  },
  {
    name: 'A backward pass with one wrong line',
    props: {
      id: 'playground-backward',
      start: {
        program: programOf('bias').text,
        panel: 'backward',
        lines: 'dx = dy @ w.T\ndw = x.T @ dy\ndb = dy',
      },
    },
  },
]
