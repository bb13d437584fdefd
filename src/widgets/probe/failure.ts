import { nth, nthOr, type Graph, type GraphNode } from '@/autodiff'
import { reason } from '@/topics/points'
import { words } from './words'

const badIn = ({ value }: GraphNode) => value.data.findIndex((entry: number) => !Number.isFinite(entry))

/** Where a computation first leaves the finite numbers, as the end of a sentence; undefined if it never does. */
export function failure({ nodes }: Graph): string | undefined {
  const first = nodes.find((node) => badIn(node) >= 0)
  if (!first) return undefined
  if (!first.primitive) return words.noNumber
  const at = badIn(first)
  // An input of another shape was broadcast or gathered; its first number stands for it.
  return reason(
    first.primitive,
    first.inputs.map((id) => {
      const { data } = nth(nodes, id).value
      return nthOr(data, at, nthOr(data, 0, NaN))
    }),
  )
}
