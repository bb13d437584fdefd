import { shapeText } from '@/plot/format'
import { sizes } from '@/topics/linear-layer/model'
import type { Inputs } from './network'
import { words } from './words'

/** What is wrong with matrices from a link that are each fine by themselves. */
export function checkInputs({ x, w, c }: Inputs): string | undefined {
  const { N, D, M } = sizes({ x, w })
  if (x[0]?.length !== D) return words.disagree(x[0]?.length, D)
  if (c.length !== N || c[0]?.length !== M) return words.cShape(shapeText([N, M]))
}
