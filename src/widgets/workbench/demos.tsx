import type { Demo } from '@/figure/demo'
import { programOf } from '@/topics/programs/programs'
import type { State } from './model'

const of = (name: string, by: string, ...lines: string[]) => ({
  layer: programOf(name).text,
  of: by,
  lines: lines.join('\n'),
})

export const demos: Demo<State>[] = [
  { name: 'Nothing written yet', props: { id: 'workbench-empty' } },
  {
    name: 'Half of a derivation, one index lit',
    props: {
      id: 'workbench-half',
      start: {
        ...of('linear', 'w', 'dw[d,m] = Σ_n Σ_i dy[n,i] ∂y[n,i]/∂w[d,m]', 'dw[d,m] = Σ_n dy[n,m] x[n,d]'),
        letter: 'n',
      },
    },
  },
  {
    name: 'A transpose that is missing',
    props: { id: 'workbench-wrong', start: of('linear', 'w', 'dw[d,m] = Σ_n dy[n,m] x[n,d]', 'dw = x dy') },
  },
  {
    name: 'As wires, with a hole',
    props: {
      id: 'workbench-wires',
      start: {
        ...of('relu', 'w', 'ds = dy ⊙ (s > 0)', 'dw[d,m] = Σ_n x[n,d] ds[n,m]'),
        letter: 'n',
        wires: 'yes',
      },
    },
  },
  { name: 'Done', props: { id: 'workbench-done', start: of('nn-linear', 'W', 'dW = dyᵀ x') } },
  {
    name: 'As an exercise, not yet short',
    props: {
      id: 'workbench-given',
      given: 'linear',
      by: 'w',
      start: { lines: 'dw[d,m] = Σ_n dy[n,m] x[n,d]' },
    },
  },
  {
    name: 'A layer that cannot be read',
    props: { id: 'workbench-broken', start: { ...of('linear', 'w'), layer: 'x: N×D\nw: D×M\ny = x ww' } },
  },
]
