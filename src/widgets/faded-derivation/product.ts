import { matmul, mul, ShapeError, sub, sum, tensor, transpose, type Tensor } from '@/autodiff'
import { shapeText } from '@/plot/format'
import { pass } from '@/topics/linear-layer/model'
import { answers, label, layerOf, type Factor, type Faded } from './blanks'
import { no, words, yes, type Verdict } from './words'

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
    if (left === answers.left && right === answers.right) return yes(words.fits(dw.size))
    if (same(result, dw)) return no(words.chance(name))
    if (same(transpose(result), dw)) return no(words.layout(name, shapeText(result.shape), wanted))
    if (shapeText(result.shape) !== wanted) return no(words.shape(name, shapeText(result.shape), wanted))
    return no(words.values(name))
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    return no(words.clash(error.message.replace('matmul: ', `${name}: `)))
  }
}
