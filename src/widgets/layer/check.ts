import { shapeText } from '@/plot/format'
import { sizes } from '@/topics/linear-layer/model'
import type { Inputs } from './network'

/** What is wrong with matrices from a link that are each fine by themselves. */
export function checkInputs({ x, w, c }: Inputs): string | undefined {
  const { N, D, M } = sizes({ x, w })
  if (x[0]?.length !== D)
    return `The link's x has ${x[0]?.length} columns and its w ${D} rows; they must agree.`
  if (c.length !== N || c[0]?.length !== M) return `The link's c is not of y's shape, ${shapeText([N, M])}.`
}
