import { matmul, transpose, type Tensor } from '@/autodiff'

/** ∂L/∂x and ∂L/∂W of y = Wx, as matrix products. */
export function byProducts(x: Tensor, W: Tensor, dy: Tensor) {
  const dx = matmul(transpose(W), dy)
  const dW = matmul(dy, transpose(x))
  return { dx, dW }
}
