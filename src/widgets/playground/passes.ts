import { nth, pieces, type Piece } from '@/autodiff'
import { exactly } from '@/derive'
import type { Wire } from '@/plot/GraphPicture'
import { decimal } from '@/plot/bytes'
import type { Role } from '@/plot/role'
import type { GraphNode, Move, PassGraph } from './graph'
import type { Scene } from './model'
import { shapeAt } from './numbers'
import { words } from './words'

/** Of the numbers that are computed here. */
const bytesEach = 8

/** What a box of the graph shows. */
type Box = {
  readonly name: string
  readonly shape: string
  readonly role: Role
  readonly acts: boolean
  /** It is known by now. */
  readonly value: boolean
  /** A part of the gradient by it has arrived. */
  readonly gradient: boolean
}

export type PassScene = {
  readonly index: number
  readonly names: readonly string[]
  readonly says: string
  /** The last is the line, or the rule; a part after the first is added. */
  readonly formulas: readonly (Piece | string)[]
  readonly nodes: readonly GraphNode[]
  /** How many boxes stand one after another. */
  readonly depth: number
  readonly label: string
  readonly node: (id: number) => Box
  readonly wire: (from: number, to: number) => Wire
}

/** The same with += in place of its first =: what stands on the left has something already. */
function adding(formula: Piece): Piece {
  if (formula.kind !== 'row') return formula
  const first = formula.of.findIndex((piece) => piece.kind === 'sign' && piece.text === '=')
  return { ...formula, of: formula.of.map((piece, k) => (k === first ? pieces.sign('+=') : piece)) }
}

function depthOf(nodes: readonly GraphNode[]): number {
  const depth: number[] = []
  for (const { inputs } of nodes) depth.push(1 + Math.max(0, ...inputs.map((k) => nth(depth, k))))
  return Math.max(...depth)
}

/** The names whose values, and whose gradients, are there after so many steps. */
function knownAfter({ nodes, moves }: PassGraph, index: number, output: string) {
  const done = moves.slice(0, index + 1)
  const values = new Set(nodes.filter(({ inputs }) => inputs.length === 0).map(({ name }) => name))
  const gradients = new Set<string>()
  for (const { kind, at, to } of done) {
    values.add(at)
    if (kind === 'backward') gradients.add(output).add(to ?? at)
  }
  return { values, gradients }
}

/** The graph and the passes as they stand at one step, at the present sizes. */
export function passAt(graph: PassGraph, step: number, { rows, sizes, layer }: Scene): PassScene {
  const { nodes, moves } = graph
  const index = Math.min(step, moves.length - 1)
  const move = nth(moves, index)
  const lengths = Object.fromEntries(sizes.map(({ letter, value }) => [letter, value]))
  const { values, gradients } = knownAfter(graph, index, layer?.output ?? '')
  const roles = new Map(rows.flatMap(({ named }) => named.map(({ name, role }) => [name, role] as const)))
  const roleOf = (name: string): Role => roles.get(name) ?? 'ink'
  const isActive = (from: string, to: string) =>
    move.at === to && (move.kind === 'forward' || move.to === from)
  return {
    index,
    names: moves.map(nameOf),
    says: words.move(move, move.operations === undefined ? undefined : exactly(move.operations, lengths)),
    formulas: move.lines.map(({ text, formula }, k) => {
      const adds = k === move.lines.length - 1 && move.part !== undefined && move.part[0] > 1
      return formula ? (adds ? adding(formula) : formula) : text
    }),
    nodes,
    depth: depthOf(nodes),
    label: words.graphLabel([...values], [...gradients]),
    node: (id) => {
      const { name, shape } = nth(nodes, id)
      return {
        name,
        shape: shape.length ? shape.join('×') : words.oneNumber,
        role: roleOf(name),
        acts: move.kind === 'forward' ? move.at === name : move.to === name,
        value: values.has(name),
        gradient: gradients.has(name),
      }
    },
    wire: (from, to) => {
      const [source, target] = [nth(nodes, from), nth(nodes, to)]
      const entries = shapeAt(source.shape, lengths).reduce((product, length) => product * length, 1)
      const first = nodes.find(({ inputs }) => inputs.includes(from))?.id
      const back = moves
        .slice(0, index + 1)
        .some((one) => one.kind === 'backward' && one.at === target.name && one.to === source.name)
      const flow = back ? 'backward' : values.has(target.name) ? 'forward' : undefined
      return {
        // A value that goes several ways has its size at the first.
        lines: first === to ? [decimal(BigInt(entries * bytesEach))] : [],
        role: roleOf(source.name),
        active: isActive(source.name, target.name),
        ...(flow && { flow }),
      }
    },
  }
}

const nameOf = ({ kind, at, to }: Move): string =>
  kind === 'forward' ? words.forwardTo(at) : words.backTo(at, to ?? at)
