import { matmul, mul, ShapeError, sub, sum, tensor, transpose, type Tensor } from '@/autodiff'
import { shapeText } from '@/plot/format'
import { pass } from '@/topics/linear-layer/model'
import { answers, label, layerOf, type Factor, type Faded } from './blanks'
import { no, yes, type Verdict } from './reasons'

const same = (a: Tensor, b: Tensor) =>
  shapeText(a.shape) === shapeText(b.shape) &&
  sum(mul(sub(a, b), sub(a, b))).item() <= 1e-18 * (1 + sum(mul(b, b)).item())

/** Multiplies what the reader chose, by the core, and says what came of it. */
export function product(of: Faded, left: Factor, right: Factor): Verdict {
  const layer = layerOf(of)
  const plain = { x: tensor(layer.x), w: tensor(layer.w), dy: tensor(of.dy) }
  const value = (name: Factor) =>
    name.endsWith('T')
      ? transpose(plain[name.slice(0, -1) as keyof typeof plain])
      : plain[name as keyof typeof plain]
  const dw = tensor(pass(layer).dw)
  const wanted = shapeText(dw.shape)
  const name = `${label(left)} ${label(right)}`
  try {
    const result = matmul(value(left), value(right))
    if (left === answers.left && right === answers.right)
      return yes(`D × N meets N × M and gives D × M, and all ${dw.size} entries are right.`)
    if (same(transpose(result), dw) && !same(result, dw))
      return no(
        `Layout: the numbers are right, but ${name} is ${shapeText(result.shape)}, the transpose of ∂L/∂w, which is ${wanted}.`,
      )
    if (shapeText(result.shape) !== wanted)
      return no(
        `Wrong shape: ${name} can be multiplied, but gives ${shapeText(result.shape)}. ∂L/∂w is ${wanted}, like w.`,
      )
    return no(
      `Wrong values: at these sizes ${name} has the shape of w, but line 5 pairs other rows and columns.`,
    )
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    return no(
      `The shapes clash. ${error.message.replace('matmul: ', `${name}: `)}. A row of the left factor must be as long as a column of the right one.`,
    )
  }
}
