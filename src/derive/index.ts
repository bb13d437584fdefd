/**
 * Layers as short programs, their derivatives line by line, and a reader's lines judged. Everything that comes out is
 * plain data. Nothing here knows of a page; the core is all it stands on.
 */
import { verdictsOf } from './check.ts'
import { LayerError } from './error.ts'
import type { Verdict } from './diagnose.ts'
import { codeOf, wholeCode, type CodeTexts, type Passes } from './code.ts'
import { effortOf } from './effort.ts'
import { derivation, ensureKnown, type Line } from './derive.ts'
import { costsOf, type Costs } from './costs.ts'
import { count, exactly, jacobianOf, type Jacobian } from './jacobian.ts'
import type { Tensor, TensorLike } from '../autodiff/index.ts'
import { implicitSums, readProgram, type Program } from './program.ts'
import { layerOf, type Layer } from './layer.ts'
import { derivationNames, gradientSpelling } from './lines.ts'
import { numbersOf, outputOf, type Numbered } from './numbers.ts'
import { valueIn } from './scope.ts'
import { gradientDiagrams, lineDiagram, stepDiagrams, type Drawing, type GradientDrawing } from './picture.ts'
import type { Diagram } from './diagram.ts'
import { recognized } from './recognized.ts'
import type { Piece } from '../autodiff/index.ts'
import { typedLine } from './typed.ts'

export { LayerError, type Fault } from './error.ts'
export type { Layer } from './layer.ts'
export type { Form, Line } from './derive.ts'
export type { Verdict } from './diagnose.ts'
export type { Jacobian, Pattern } from './jacobian.ts'
export { plants, type Plant } from './plants.ts'
export type { Numbered } from './numbers.ts'
export type { Kind } from './mistakes.ts'
export type { Sizes } from './value.ts'
import type { Sizes } from './value.ts'
export type { Costs, Kept } from './costs.ts'
export type { Passes } from './code.ts'
export type { Diagram, Node, Product } from './diagram.ts'
export type { Drawing, GradientDrawing } from './picture.ts'
export type { Recognized } from './recognized.ts'
/** One expression of entries read by itself: its diagram, and the product of matrices that it is. */
export { recognized }
/** The number that a formula of `jacobian` stands for at given sizes. */
export { count, exactly }

/** A derivation from ∂L/∂y to ∂L/∂of. */
export interface Derivation {
  readonly lines: readonly Line[]
  readonly code: CodeTexts
}

const programs = new Map<string, Program>()

/** A program read once: a page asks about the same layer again and again. */
function programOf(layer: Layer | string): Program {
  const source = typeof layer === 'string' ? layer : layer.source
  const known = programs.get(source)
  if (known) return known
  const program = readProgram(source)
  if (programs.size > 40) programs.clear()
  programs.set(source, program)
  return program
}

/**
 * Reads a layer: a line for each input with its shape, then the steps, the last of which is the output, in matrix
 * form or by entries. Throws a LayerError with `line` (from 1), `place` in the line (from 0), `kind` and a sentence.
 * With `implicit`, or a line `implicit sums`, a letter that stands twice in a product is summed without a Σ.
 */
export function readLayer(text: string, { implicit = false }: { readonly implicit?: boolean } = {}): Layer {
  // Said at the end, so that lines keep their numbers.
  return layerOf(programOf(implicit ? `${text}\n${implicitSums}` : text))
}

/**
 * Derives ∂L/∂of from ∂L/∂y, node by node, each line confirmed by the core at two sets of sizes. `code` computes it.
 * Throws a LayerError for a layer that cannot be read, or a name that it has not.
 */
export function derive(layer: Layer | string, of: string): Derivation {
  const program = programOf(layer)
  const { lines, assignments } = derivation(program, of)
  return { lines, code: codeOf(program, of, assignments) }
}

/**
 * Each entry of ∂output/∂of as one expression, with shape, pattern, non-zeros and bytes as formulas of the sizes; none
 * of it is built. Throws a LayerError as `derive` does.
 */
export function jacobian(layer: Layer | string, of: string): Jacobian {
  const program = programOf(layer)
  ensureKnown(program, of)
  return jacobianOf(program, of)
}

/**
 * Judges a reader's derivation of ∂L/∂of, a verdict a line: whether it is true, by shape and by value, and whether it
 * follows from the line above; where it is false, which mistake it is. Lines may be text or those of `derive`.
 */
export function check(
  layer: Layer | string,
  of: string,
  lines: string | readonly (string | { readonly text: string })[],
): Verdict[] {
  const texts =
    typeof lines === 'string'
      ? lines.split('\n')
      : lines.map((line) => (typeof line === 'string' ? line : line.text))
  return verdictsOf(programOf(layer), of, texts)
}

/**
 * The whole layer in three frameworks: its forward pass, then the gradient by each input, from `d` and the output's
 * name. Throws a LayerError for a layer that cannot be read.
 */
export const passes = (layer: Layer | string): Passes => wholeCode(programOf(layer))

/** What both passes take at any sizes, as formulas; nothing is computed. Throws a LayerError as `passes` does. */
export const costs = (layer: Layer | string): Costs => costsOf(programOf(layer))

/** How many numbers are made when the layer runs forwards at these sizes, told without computing anything. */
export const effort = (layer: Layer | string, sizes: Sizes): number => effortOf(programOf(layer), sizes)

/** The tensor diagram of a line's right side; undefined for a line that cannot be read. */
export function lineWires(layer: Layer | string, line: string): Diagram | undefined {
  const program = programOf(layer)
  try {
    return lineDiagram(program, line)
  } catch (error) {
    if (error instanceof LayerError) return undefined
    throw error
  }
}

/** Each step of a layer, as it was written, as a tensor diagram. */
export const layerWires = (layer: Layer | string): Drawing[] => stepDiagrams(programOf(layer))

/** Where an input stands in a product: the step, the step with a hole there, and that with ∂L/∂step hung on. */
export function gradientWires(layer: Layer | string, of: string): GradientDrawing[] {
  const program = programOf(layer)
  ensureKnown(program, of)
  return gradientDiagrams(program, of)
}

/**
 * The layer at numbers of one's own, with `cotangent` arriving at its output: what each name in it, the gradient by each,
 * and any line of a derivation comes to.
 */
export function evaluate(
  layer: Layer | string,
  inputs: Readonly<Record<string, TensorLike>>,
  cotangent: TensorLike,
): Numbered {
  return numbersOf(programOf(layer), inputs, cotangent)
}

/**
 * What the layer makes of its inputs, in the core's own operations, so that `jvp`, `vjp` and their kin take it as they
 * take any function of tensors.
 */
export const applied = (layer: Layer | string, inputs: Readonly<Record<string, TensorLike>>): Tensor =>
  outputOf(programOf(layer), inputs)

/** A line of a derivation in pieces, in the order in which it was typed; undefined if it cannot be read. */
export function typeset(layer: Layer | string, line: string): Piece | undefined {
  const program = programOf(layer)
  const names = derivationNames(program)
  const given = new Set(program.inputs.map(({ name }) => name))
  const isGradient = (name: string) => name.startsWith('d') && name.length > 1 && !given.has(name)
  return typedLine(
    line,
    new Set([...names.shapes.keys()].filter(isGradient)),
    valueIn(names),
    gradientSpelling(names),
  )
}
