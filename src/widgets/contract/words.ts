import { num, shapeText, settled } from '@/plot/format'
import type { Scene, State } from './model'
import { called } from '@/topics/jacobian/ops'
import { indexOf } from '@/plot/nesting'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  rateOf: (output: string, input: string) => `${output} by ${input}`,
  axisOf: (k: number, name: string) => `axis ${k + 1} of ${name}`,
  jacobian: (by: string) => `Jacobian of y by ${by}`,
  nudgeOf: (by: string) => `nudge of ${by}`,
  predicted: 'predicted change of y',
  outerJacobian: 'Jacobian of z by y',
  wholeJacobian: (by: string) => `Jacobian of z by ${by}`,
  rows: 'z = row sums of y',
  all: 'z = sum of y',
  tanh: 'z = tanh(y)',
  softmax: 'z = softmax(y) by row',
  times: 'Times',
  nudge: 'a nudge',
  second: 'a second Jacobian',
  axes: 'Axes',
  over: 'Sum over',
  overInput: 'the input’s index',
  overOutput: 'the output’s, as printed',
  thenBy: 'Then',
  chainTitle: 'A Jacobian times a Jacobian',
  nudgeTitle: 'A Jacobian times a nudge',
  rate: (name: string) => `Rate ${name}`,
  predictedChange: (name: string, wrong: boolean) =>
    `Predicted change of ${name}${wrong ? ', rightly summed' : ''}`,
  trueChange: (name: string) => `True change of ${name}`,
  remainder: 'Remainder',
  terms: 'Terms in each sum',
  refused: 'What the core says',
  symmetric: 'This Jacobian is symmetric, so the printed sum happens to be right.',
  off: (far: number) => `The printed sum is off by up to ${num(far, 3)}.`,
  howFar: 'How far off the printed sum is',
  wires: 'The same as wires',
  wiresNote: 'The same as wires: each axis is a wire, and a wire that joins two tensors is summed.',
  noJacobian: (error: string) => `The link asks for something without a Jacobian. ${error}`,
}

/** How an entry of the result is called: y₁,₂, or z₁ by x₁,₂. */
export function resultName({ of, by }: Scene, k: number, chain: boolean): string {
  const [output = [], input = []] = of.place(k)
  return chain ? `∂${called('z', output)}/∂${called(by, input)}` : called('y', output)
}

/** What the sum of this step does. */
export function sentence(state: State, scene: Scene): string {
  const { by, derived, outer, wrong } = scene
  const name = resultName(scene, scene.step, state.with === 'chain')
  if (wrong)
    return 'error' in wrong
      ? `Summed over i as printed, one index has to name an entry of {y} in the Jacobian and an entry of {${by}} in Δ${by}. The shapes refuse.`
      : `Here {y} and {${by}} have the same shape, so the printed sum can be taken. It is the transposed product, and in general another tensor.`
  if (state.with === 'chain')
    return `${name} is the row of ${called('z', indexOf(outer.y.shape, scene.row))} times the column of {${[by, ...indexOf(derived.input, scene.column).map((k) => k + 1)].join('.')}}. Both are shaped like {y}, ${shapeText(derived.y.shape)}; multiply entry by entry and add up.`
  const like = state.flat
    ? 'laid flat both are plain lists'
    : `both are shaped like {${by}}, ${shapeText(derived.input)}`
  return `The change of {${['y', ...indexOf(derived.y.shape, scene.step).map((k) => k + 1)].join('.')}} is the dot product of its row with Δ${by}: ${like}. It comes to ${num(settled(scene.result))}.`
}
