import { put, uses } from './derive.ts'
import { hung, withoutNode, type Diagram } from './diagram.ts'
import { readEquation } from './equation.ts'
import { derivationNames, gradientSpelling, readLine } from './lines.ts'
import type { Node } from './name.ts'
import type { Program } from './program.ts'
import { valueIn } from './scope.ts'
import { partsOf, type Expr } from './tree.ts'
import { diagramOf, drawnName, type Named } from './wires.ts'

/** A value and the diagram of it. */
export interface Drawing {
  readonly name: string
  readonly diagram: Diagram
}

/** How the gradient by an input comes back through one step that uses it. */
export interface GradientDrawing {
  readonly step: string
  readonly whole: Diagram
  /** The step without the input: its wires end in a hole. */
  readonly hole: Diagram
  /** The same with the gradient of the step on its free ends. */
  readonly hung: Diagram
}

/** What the names of a derivation of this layer stand for. */
export function namedIn(program: Program): Named {
  const { shapes } = derivationNames(program)
  const given = new Set([...program.inputs, ...program.nodes].map(({ name }) => name))
  const gradients = new Set([...shapes.keys()].filter((name) => !given.has(name)))
  return { shapes, gradients, avoid: new Set(program.names.shapes.keys()) }
}

/** The diagram of a line's right side. Throws a LayerError for a line that cannot be read. */
export function lineDiagram(program: Program, line: string): Diagram {
  const names = derivationNames(program)
  const equation = readEquation(line, valueIn(names), gradientSpelling(names))
  const { body, axes } = readLine(equation, names)
  return diagramOf(body, axes, namedIn(program))
}

/** The steps of a layer as they were written, a function round what it acts on. */
export function stepDiagrams(program: Program): Drawing[] {
  const named = namedIn(program)
  const hidden = program.nodes.filter((node) => node.hidden).toReversed()
  return program.nodes
    .filter((node) => !node.hidden)
    .map(({ name, axes, body }) => {
      const whole = hidden.reduce<Expr>((e, node) => inPlace(e, node), body)
      return { name, diagram: diagramOf(whole, axes, named) }
    })
}

const inPlace = (e: Expr, { name, axes, body }: Node): Expr => put(e, name, { letters: axes, body })

/** For each step that uses `of` in a product: the step, the step without it, and that with ∂L/∂step hung on. */
export function gradientDiagrams(program: Program, of: string): GradientDrawing[] {
  const named = namedIn(program)
  return program.nodes
    .filter((node) => uses(node, of))
    .flatMap(({ name, axes, body }) => {
      const whole = diagramOf(body, axes, named)
      const hole = withoutNode(whole, of)
      // Inside of a function a tensor is not taken out so.
      if (hole.length < count(body, of)) return []
      return [{ step: name, whole, hole, hung: hung(hole, drawnName(`d${name}`, named.gradients)) }]
    })
}

/** How many entries of a tensor an expression has. */
function count(e: Expr, name: string): number {
  if (e.kind === 'entry') return e.name === name ? 1 : 0
  return partsOf(e).reduce((sum, part) => sum + count(part, name), 0)
}
