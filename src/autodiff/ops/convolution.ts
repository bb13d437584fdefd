import { ShapeError } from '../core/errors.ts'
import { row, sign } from '../core/formula.ts'
import { bind, multilinear, op, type Primitive, type Two } from '../core/primitive.ts'
import { sizeOf, type Shape } from '../core/shape.ts'
import { ofType, resultType, Tensor, toTensor, type TensorLike } from '../core/tensor.ts'

/** The three tensors of Σ image[i+p, j+q, c] · kernel[p, q, c, o] · output[i, j, o], by number. */
type Slot = 0 | 1 | 2
const image = 0
const kernel = 1
const output = 2
const others: Readonly<Record<Slot, readonly [Slot, Slot]>> = { 0: [1, 2], 1: [0, 2], 2: [0, 1] }

/** Calls back for every triple that meets in that sum, its three positions in memory written to `at`. */
function eachTriple([, kernelShape, outputShape]: readonly Shape[], at: Int32Array, meet: () => void): void {
  const [kh = 0, kw = 0, channels = 0] = kernelShape ?? []
  const [height = 0, width = 0, features = 0] = outputShape ?? []
  for (let i = 0; i < height; i++)
    for (let j = 0; j < width; j++)
      for (let p = 0; p < kh; p++)
        for (let q = 0; q < kw; q++)
          for (let c = 0; c < channels; c++)
            for (let o = 0; o < features; o++) {
              at[image] = ((i + p) * (width + kw - 1) + j + q) * channels + c
              at[kernel] = ((p * kw + q) * channels + c) * features + o
              at[output] = (i * width + j) * features + o
              meet()
            }
}

/** The shape of the tensor left out, from the other two. */
function missing(
  slot: Slot,
  [a0 = 0, a1 = 0, a2 = 0]: Shape,
  [b0 = 0, b1 = 0, b2 = 0, b3 = 0]: Shape,
): number[] {
  if (slot === output) return [a0 - b0 + 1, a1 - b1 + 1, b3]
  return slot === kernel ? [a0 - b0 + 1, a1 - b1 + 1, a2, b2] : [a0 + b0 - 1, a1 + b1 - 1, a2]
}

/**
 * Convolution is a sum of products of three tensors with one left out. Leave out the output and it is the
 * forward pass; leave out the image or the kernel and it is what the backward pass sends there. So three
 * primitives hold one another's rules.
 */
const leavingOut = (slot: Slot, name: string, shapes: string): Primitive<Two, undefined> =>
  multilinear({
    name,
    forward([a, b]) {
      const shape = missing(slot, a.shape, b.shape)
      const made = new Float64Array(sizeOf(shape))
      const at = new Int32Array(3)
      const [first, second] = others[slot]
      eachTriple([a.shape, b.shape].toSpliced(slot, 0, shape), at, () => {
        const [k, i, j] = [at[slot], at[first], at[second]] as [number, number, number] // three slots, three positions
        made[k] = (made[k] as number) + (a.data[i] as number) * (b.data[j] as number) // in range by the loops
      })
      return new Tensor(ofType(resultType([a, b]), made), shape)
    },
    vjp(g, i, { inputs }) {
      const target = others[slot][i === 0 ? 0 : 1]
      return leftOut(target, inputs.toSpliced(slot, 0, g).toSpliced(target, 1) as [Tensor, Tensor]) // three less one
    },
    shape: ([a = [], b = []]) => missing(slot, a, b),
    formula: (shown) => [row(shown(0, 3), sign('*'), shown(1, 3)), 2],
    cost(inputs, made) {
      const [, kernelShape = [], outputShape = []] = inputs.toSpliced(slot, 0, made)
      return 2 * sizeOf(kernelShape) * sizeOf(outputShape.slice(0, 2))
    },
    arity: 2,
    points: [{ shapes, least: 1 }],
  })
const noImage = /* @__PURE__ */ leavingOut(0, 'convImage', 'pqco,hwo')
const noKernel = /* @__PURE__ */ leavingOut(1, 'convKernel', '44c,23o')
const noOutput = /* @__PURE__ */ leavingOut(2, 'conv2d', '44c,pqco')
const leftOut = (slot: Slot, inputs: Two): Tensor =>
  bind(slot === image ? noImage : slot === kernel ? noKernel : noOutput, inputs, undefined)

/** Throws the ShapeError of an op for the first reason that holds. */
function refuse(name: string, inputs: Two, reasons: Readonly<Record<string, boolean>>) {
  const found = Object.entries(reasons).find(([, holds]) => holds)
  if (found)
    throw new ShapeError(
      name,
      inputs.map(({ shape }) => shape),
      found[0],
    )
}

/**
 * Convolution without padding: image (H×W×C), kernel (kh×kw×C×O) → (H−kh+1 × W−kw+1 × O). As in deep learning
 * the kernel is not flipped. A ShapeError when the channels differ or the kernel is larger than the image.
 */
export const conv2d = /* @__PURE__ */ op(noOutput, (picture: TensorLike, weights: TensorLike): Tensor => {
  const [x, w] = [toTensor(picture), toTensor(weights)]
  const [[height = 0, width = 0, channels], [kh = 0, kw = 0, depth]] = [x.shape, w.shape]
  refuse('conv2d', [x, w], {
    'an image is H×W×C, a kernel kh×kw×C×O': x.rank !== 3 || w.rank !== 4,
    [`channels: ${channels} ≠ ${depth}`]: channels !== depth,
    'the kernel is larger than the image': kh > height || kw > width,
  })
  return leftOut(output, [x, w])
})
/**
 * What a convolution's backward pass sends to the image: kernel (kh×kw×C×O), output (h×w×O) → image. A ShapeError when
 * they are no kernel and no output, or have not as many features.
 */
export const convImage = /* @__PURE__ */ op(noImage, (weights: TensorLike, made: TensorLike): Tensor => {
  const [w, y] = [toTensor(weights), toTensor(made)]
  refuse('convImage', [w, y], {
    'a kernel is kh×kw×C×O, an output h×w×O': w.rank !== 4 || y.rank !== 3,
    [`features: ${w.shape[3]} ≠ ${y.shape[2]}`]: w.shape[3] !== y.shape[2],
  })
  return leftOut(image, [w, y])
})
/**
 * What a convolution's backward pass sends to the kernel: image (H×W×C), output (h×w×O) → kernel. A ShapeError when they
 * are no image and no output, or the output is larger than the image.
 */
export const convKernel = /* @__PURE__ */ op(noKernel, (picture: TensorLike, made: TensorLike): Tensor => {
  const [x, y] = [toTensor(picture), toTensor(made)]
  const [[height = 0, width = 0], [h = 0, w = 0]] = [x.shape, y.shape]
  refuse('convKernel', [x, y], {
    'an image is H×W×C, an output h×w×O': x.rank !== 3 || y.rank !== 3,
    'the output is larger than the image': h > height || w > width,
  })
  return leftOut(kernel, [x, y])
})
