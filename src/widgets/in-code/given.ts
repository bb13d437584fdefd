import { sizes, type Layer, type Numbers, type pass } from '@/topics/linear-layer/model'
import type { Laid } from './laid'
import type { Formula } from './tokens'

/** What the layer computes: the numbers that a program is expected to print. */
export type Result = ReturnType<typeof pass>
/** A matrix that a program starts from; `sym` is what its entries stand for elsewhere on the page. */
export type Given<F extends string = Formula> = {
  name: string
  formula?: F
  values: Numbers
  sym?: string
  /** Its entries lie the other way round than those of the symbol. */
  turned?: boolean
}

const oneHot = ({ labels, ...of }: Layer) =>
  labels.map((label) => Array.from({ length: sizes(of).M }, (_, j) => (j === label - 1 ? 1 : 0)))

/** The matrices that every program starts from: x, w, and what the loss compares y with. */
export function given(of: Layer, { w, own, turned }: Laid): Given[] {
  const y = (values: Numbers) => ({ values: own('y', values), turned: turned('y') })
  const layer: Given[] = [
    { name: 'x', formula: 'x', values: own('x', of.x), sym: 'x', turned: turned('x') },
    { name: w, formula: 'w', values: own('w', of.w), sym: 'w', turned: turned('w') },
  ]
  // The weights of the weighted sum are what arrives from above.
  if (of.loss === 'weighted') return [...layer, { name: 'c', formula: 'c', ...y(of.c), sym: 'dy' }]
  if (of.loss === 'squared') return [...layer, { name: 't', formula: 't', ...y(of.t) }]
  return [...layer, { name: 't', formula: 'oneHot', ...y(oneHot(of)) }]
}
