import { sizes, type Layer, type Numbers, type pass } from '@/topics/linear-layer/model'
import type { Formula } from './tokens'

/** What the layer computes: the numbers that a program is expected to print. */
export type Result = ReturnType<typeof pass>
/** A matrix that a program starts from; `sym` is what its entries stand for elsewhere on the page. */
export type Given<F extends string = Formula> = { name: string; formula?: F; values: Numbers; sym?: string }

const oneHot = ({ labels, ...of }: Layer) =>
  labels.map((label) => Array.from({ length: sizes(of).M }, (_, j) => (j === label - 1 ? 1 : 0)))

/** The matrices that every program starts from: x, w, and what the loss compares y with. */
export function given(of: Layer): Given[] {
  const layer: Given[] = [
    { name: 'x', formula: 'x', values: of.x, sym: 'x' },
    { name: 'w', formula: 'w', values: of.w, sym: 'w' },
  ]
  // The weights of the weighted sum are what arrives from above.
  if (of.loss === 'weighted') return [...layer, { name: 'c', formula: 'c', values: of.c, sym: 'dy' }]
  if (of.loss === 'squared') return [...layer, { name: 't', formula: 't', values: of.t }]
  return [...layer, { name: 't', formula: 'oneHot', values: oneHot(of) }]
}
