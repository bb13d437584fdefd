import { nth } from '../core/entry.ts'
import {
  fenced,
  greek,
  joined,
  letter,
  lowered,
  mark,
  numeral,
  row,
  sign,
  space,
  table,
  word,
  type Formula,
  type Piece,
} from '../core/formula.ts'
import type { NestedNumbers, Tensor } from '../core/tensor.ts'
import type { Graph, GraphNode } from './trace.ts'

/** How what stands in a graph is written: a label, to give it a hue for one, and a number. */
export interface Writing {
  readonly symbol?: (label: string) => Piece
  readonly number?: (value: number) => Piece
}
type Whole = Required<Writing>

/**
 * The mathematics of a graph. A value used more than once, or labelled, gets a line of its own, so the length stays in
 * proportion to the graph.
 */
export function formulaOf({ nodes, outputs }: Graph, writing: Writing = {}): Piece {
  const how = { symbol: symbolOf, number: numeral, ...writing }
  const uses = countUses(nodes, outputs)
  const lines: Piece[][] = []
  const shown: Formula[] = []
  let unnamed = 0
  for (const node of nodes) {
    const made = uses[node.id] ? nodeOf(node, shown, nodes, how) : ([row(), 5] as const)
    const final = outputs.includes(node.id)
    const named = node.primitive && (nth(uses, node.id) > 1 || (node.label !== undefined && !final))
    if (!named) {
      shown.push(made)
      continue
    }
    const name =
      node.label === undefined ? row(letter('u'), lowered(numeral(++unnamed))) : how.symbol(node.label)
    lines.push([name, row(sign('='), made[0])])
    shown.push([name, 5])
  }
  const results = outputs.map((id) => nth(shown, id)[0])
  if (lines.length === 0) return joined(results, mark(','), space(true))
  const last = outputs.flatMap((id, k) => {
    const [name, result] = [how.symbol(nodes[id]?.label ?? 'y'), nth(results, k)]
    return JSON.stringify(name) === JSON.stringify(result) ? [] : [[name, row(sign('='), result)]]
  })
  return table([...lines, ...last], false)
}

/** How often each node is used by what leads to an output; 0 for what leads nowhere. */
function countUses(nodes: readonly GraphNode[], outputs: readonly number[]): number[] {
  const uses = nodes.map(() => 0)
  const use = (id: number): void => void (uses[id] = nth(uses, id) + 1)
  outputs.forEach(use)
  for (const { id, inputs } of nodes.toReversed()) if (uses[id]) inputs.forEach(use)
  return uses
}

function nodeOf(
  { op, label, value, inputs, primitive, params }: GraphNode,
  made: readonly Formula[],
  nodes: readonly GraphNode[],
  how: Whole,
): Formula {
  if (!primitive) return op === 'input' ? [how.symbol(label ?? 'x'), 5] : constant(value, how)
  const shown = (k: number, precedence: number): Piece => {
    const [piece, own] = nth(made, nth(inputs, k))
    return own < precedence ? fenced(piece) : piece
  }
  return primitive.formula(
    shown,
    inputs.map((id) => nth(nodes, id).shape),
    params,
  )
}

/** `w1` is w₁, `x_in` x with an index, `theta` the letter; a longer name is set as a word. */
export function symbolOf(label: string): Piece {
  const [, base = label, index = ''] = /^(.*?\D)_?(\d+|(?<=_)\w+)$/u.exec(label) ?? []
  const letters = [...base]
  const own = greek.get(base)
  const name: Piece = own ? letter(own) : letters.length > 1 ? { kind: 'name', text: base } : letter(base)
  if (!index) return name
  const below: Piece = /^\d+$/.test(index)
    ? { kind: 'number', text: index }
    : index.length > 1
      ? word(index)
      : letter(index)
  return row(name, lowered(below))
}

function constant(value: Tensor, { number }: Whole): Formula {
  if (value.rank === 0) {
    const one = value.item()
    return [number(one), one < 0 ? 0.5 : /e/.test(String(one)) ? 2 : 5]
  }
  if (value.rank > 2 || value.size > 16)
    return [row(letter('C'), lowered(joined(value.shape.map(numeral), sign('×')))), 5]
  const rows = value.rank === 1 ? [value.toArray()] : (value.toArray() as readonly NestedNumbers[])
  return [table(rows.map((cells) => [cells].flat(2).map((cell) => number(cell as number)))), 5]
}
