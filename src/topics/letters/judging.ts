import type { LayerLetters } from '@/figure/pure'
import type { Trial } from '@/topics/checking/compare'
import type { Shapes } from '@/topics/checking/draw'

type Judge = typeof import('./judge')
type Between = { readonly from: LayerLetters; readonly to: LayerLetters }

let loaded: Judge | undefined

/** Fetches what knows of other letters; who answers in the handout's, and right, never does. */
export async function loadJudge() {
  loaded ??= await import('./judge')
}

/** What knows of other letters, once it is there. */
export const judging = () => loaded

function needed(): Judge {
  if (!loaded) throw new Error('What judges in other letters is not loaded: useLetters waits for it.')
  return loaded
}

/** The names of a task with their shapes in the letters in which it is asked. */
export const namesIn = (shapes: Shapes, { from, to }: Between): Shapes =>
  from === to ? shapes : needed().shapesIn(shapes, from, to)

/** A trial in the letters in which the task is asked. */
export const trialAsked = (trial: Trial, shapes: Shapes, { from, to }: Between): Trial =>
  from === to ? trial : needed().trialIn(trial, shapes, from, to)
