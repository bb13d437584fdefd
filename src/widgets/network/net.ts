import { add, label, logSoftmax, matmul, mul, random, relu, sum, tensor, Tensor } from '@/autodiff'

/** Weights and biases of a network 2-H-2: 2 × H, 1 × H, H × 2, 1 × 2. */
export type Params = { w1: Tensor; b1: Tensor; w2: Tensor; b2: Tensor }

/** Weights drawn round zero, so wide that what leaves ReLU is about as wide as what came in; biases zero. */
export function init(seed: number, H: number): Params {
  const next = random(seed)
  const drawn = (height: number, width: number) =>
    tensor(
      Array.from({ length: height }, () =>
        Array.from({ length: width }, () => (2 * next() - 1) * Math.sqrt(6 / height)),
      ),
    )
  const zeros = (width: number) => tensor([Array.from({ length: width }, () => 0)])
  return { w1: drawn(2, H), b1: zeros(H), w2: drawn(H, 2), b2: zeros(2) }
}

/** −t/N for labels 0 and 1: what each log p is weighted with, so that the sum is the mean cross-entropy. */
export const weightsOf = (labels: readonly number[]): Tensor =>
  tensor(labels.map((of) => [0, 1].map((k) => (k === of ? -1 / labels.length : 0))))

/** The scores of two classes for each row of x: a linear layer, ReLU, a linear layer. */
export function scores(x: Tensor, { w1, b1, w2, b2 }: Params): Tensor {
  const s1 = label('s1', matmul(x, w1))
  const h = label('h', relu(label('a', add(s1, b1))))
  const s2 = label('s2', matmul(h, w2))
  return label('z', add(s2, b2))
}

/** Softmax cross-entropy of the scores, the mean over the batch; `weights` as from `weightsOf`. */
export const lossOf = (x: Tensor, weights: Tensor, params: Params): Tensor => {
  const logP = label('logp', logSoftmax(scores(x, params), { axis: 1 }))
  return label('L', sum(label('e', mul(weights, logP))))
}
