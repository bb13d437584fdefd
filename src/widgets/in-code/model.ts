import { handout, pass, type Layer } from '@/topics/linear-layer/model'
import type { LayerLetters } from '@/figure/pure'
import { laidIn } from './laid'
import { jax, numpy, torch } from './python'
import { typescript } from './typescript'

export type Language = 'numpy' | 'torch' | 'jax' | 'typescript'
/** With `own: 'no'` the numbers are another figure's, and those here count for nothing. */
export type State = Layer & { language: Language; own: 'no' | 'yes' }

const programs = { numpy, torch, jax, typescript }

/** The numbers in force: the reader's own here, else those of the figure that is followed, else the handout's. */
export function layerOf(state: State, followed: Layer | undefined): Layer {
  const { x, w, loss, c, t, labels } = state.own === 'yes' ? state : (followed ?? handout)
  return { x, w, loss, c, t, labels }
}

/** The layer's numbers, and its program in the language chosen. */
export function model(layer: Layer, language: Language, letters: LayerLetters = 'handout') {
  const result = pass(layer)
  return { ...result, program: programs[language](layer, result, laidIn(letters)) }
}
