import { random, reshape, type Tensor } from '@/autodiff'

/** A tensor of a shape with entries from −1.5 to 1.5, the same for the same seed. */
export function draw(seed: number, shape: readonly number[]): Tensor {
  const next = random(seed)
  return reshape(
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 3 * next() - 1.5),
    shape,
  )
}
