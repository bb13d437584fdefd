import { nth } from '../core/entry.ts'
import type { Graph, GraphNode } from './trace.ts'
import type { Tex, TexArg } from '../core/primitive.ts'
import type { NestedNumbers, Tensor } from '../core/tensor.ts'

/**
 * The mathematics of a graph, in TeX. A value used more than once, or labelled, gets a line of its own, so the
 * length stays in proportion to the graph. `symbol` turns a label into TeX, to add colour for one.
 */
export function toTex(
  { nodes, outputs }: Graph,
  { symbol = symbolTex }: { symbol?: (label: string) => string } = {},
): string {
  const uses = countUses(nodes, outputs)
  const lines: string[] = []
  const shown: Tex[] = []
  let unnamed = 0
  for (const node of nodes) {
    const made = uses[node.id] ? nodeTex(node, shown, nodes, symbol) : (['', 5] as const)
    const final = outputs.includes(node.id)
    const named = node.primitive && (nth(uses, node.id) > 1 || (node.label !== undefined && !final))
    if (!named) {
      shown.push(made)
      continue
    }
    const name = node.label === undefined ? `u_{${++unnamed}}` : symbol(node.label)
    lines.push(`${name} &= ${made[0]}`)
    shown.push([name, 5])
  }
  const results = outputs.map((id) => shown[id]?.[0] ?? '')
  if (lines.length === 0) return results.join(',\\quad ')
  const names = outputs.map((id) => nodes[id]?.label ?? 'y').map(symbol)
  const last = results
    .map((result, k) => (result === names[k] ? '' : `${names[k]} &= ${result}`))
    .filter(Boolean)
  return `\\begin{aligned}${[...lines, ...last].join(' \\\\ ')}\\end{aligned}`
}

/** How often each node is used by what leads to an output; 0 for what leads nowhere. */
function countUses(nodes: readonly GraphNode[], outputs: readonly number[]): number[] {
  const uses = nodes.map(() => 0)
  const use = (id: number): void => void (uses[id] = nth(uses, id) + 1)
  outputs.forEach(use)
  for (const { id, inputs } of nodes.toReversed()) if (uses[id]) inputs.forEach(use)
  return uses
}

function nodeTex(
  { op, label, value, inputs, primitive, params }: GraphNode,
  shown: readonly Tex[],
  nodes: readonly GraphNode[],
  symbol: (label: string) => string,
): Tex {
  if (!primitive) return op === 'input' ? [symbol(label ?? 'x'), 5] : constantTex(value)
  const args = inputs.map((id): TexArg => {
    const [tex, own] = shown[id] ?? ['', 5]
    return (precedence) => (own < precedence ? `\\left(${tex}\\right)` : tex)
  })
  return primitive.tex(
    args,
    inputs.map((id) => nodes[id]?.shape ?? []),
    params,
  )
}

const greek =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega)$/i

/** `w1` is w₁, `x_in` x with an index, `theta` the letter; a longer name is set as a word. */
export function symbolTex(label: string): string {
  const [, base = label, index = ''] = /^(.*?\D)_?(\d+|(?<=_)\w+)$/u.exec(label) ?? []
  const letters = greek.test(base)
    ? `\\${base}`
    : [...base].length > 1
      ? `\\mathit{${base.replaceAll('_', '\\_')}}`
      : base
  return index ? `${letters}_{${index.length > 1 && /\D/.test(index) ? `\\text{${index}}` : index}}` : letters
}

/** A number as it is written by hand: 10⁻⁷, not 1e-7. */
export function numberTex(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '\\text{NaN}' : value > 0 ? '\\infty' : '-\\infty'
  if (value === Math.PI || value === Math.E) return value === Math.PI ? '\\pi' : 'e'
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  const power = `10^{${Number(exponent)}}`
  return digits === '1' ? power : `${digits} \\cdot ${power}`
}

function constantTex(value: Tensor): Tex {
  if (value.rank === 0) {
    const tex = numberTex(value.item())
    return [tex, tex.startsWith('-') ? 0.5 : tex.includes('10^') ? 2 : 5]
  }
  if (value.rank > 2 || value.size > 16) return [`C_{${value.shape.join(' \\times ')}}`, 5]
  const rows = value.rank === 1 ? [value.toArray()] : (value.toArray() as readonly NestedNumbers[])
  const rowTex = (row: NestedNumbers): string =>
    [row]
      .flat(2)
      .map((cell) => numberTex(cell as number))
      .join(' & ')
  return [`\\begin{bmatrix}${rows.map(rowTex).join(' \\\\ ')}\\end{bmatrix}`, 5]
}
