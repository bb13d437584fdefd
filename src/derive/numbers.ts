import { nth, Tensor, tensor, type TensorLike } from '../autodiff/index.ts'
import { readEquation } from './equation.ts'
import { derivationNames, gradientSpelling, lineValue, readLine, truth } from './lines.ts'
import { near, pointAt, run } from './point.ts'
import type { Program } from './program.ts'
import { valueIn } from './scope.ts'

/** A layer at numbers of one's own. */
export interface Numbered {
  /** What a name comes to: an input, a step, or the gradient by one, as dx. Throws for a name that there is not. */
  readonly value: (name: string) => Tensor
  /** What the right side of a line of a derivation comes to, right or wrong. Throws a LayerError if it has no value. */
  readonly line: (text: string) => Tensor
}

const asTensor = (of: TensorLike): Tensor => (of instanceof Tensor ? of : tensor(of))

type Given = Readonly<Record<string, TensorLike>>

/** The inputs by name, and the lengths that the letters of their shapes have. Throws for one that is not given, or of another rank. */
function readInputs(program: Program, given: Given) {
  const sizes: Record<string, number> = {}
  const inputs = new Map(
    program.inputs.map(({ name, shape }) => {
      const { [name]: found } = given
      if (found === undefined)
        throw new Error(`The layer has an input ${name}, and no value is given for it.`)
      const value = asTensor(found)
      if (value.rank !== shape.length)
        throw new Error(`${name} has ${shape.length} axes, and the value given for it has ${value.rank}.`)
      for (const [k, dim] of shape.entries()) if (typeof dim === 'string') sizes[dim] = nth(value.shape, k)
      return [name, value] as const
    }),
  )
  return { inputs, sizes }
}

/** What the layer makes of its inputs, in the core's own operations: it can be differentiated as any function can. */
export function outputOf(program: Program, given: Given): Tensor {
  const { inputs, sizes } = readInputs(program, given)
  const output = run(program, inputs, sizes, new Map()).get(program.output)
  if (!output) throw new Error(`The layer has no output ${program.output}.`)
  return output
}

/** The layer at these inputs, with `cotangent` arriving at its output; letters of sizes get the lengths that they have. */
export function numbersOf(program: Program, given: Given, cotangent: TensorLike): Numbered {
  const { inputs, sizes } = readInputs(program, given)
  const point = pointAt(program, sizes, inputs, asTensor(cotangent))
  const names = derivationNames(program)
  return {
    value(name) {
      const found = point.values.get(name)
      if (!found) throw new Error(`There is no ${name} in the layer: ${[...point.values.keys()].join(', ')}.`)
      return found
    },
    line(text) {
      const line = readLine(readEquation(text, valueIn(names), gradientSpelling(names)), names)
      const wanted = truth(line.subject, point)
      const total = lineValue(line, point, 'total')
      if (!wanted || near(total, wanted)) return total
      // Where the ways are written as a sum, each ∂…/∂… is meant in one step alone.
      const direct = lineValue(line, point, 'direct')
      return near(direct, wanted) ? direct : total
    },
  }
}
