import { matmul, transpose, type Tensor } from '@/autodiff'

/** ∂L/∂x and ∂L/∂W of y = xWᵀ, as matrix products. */
export function byProducts(x: Tensor, W: Tensor, dy: Tensor) {
  const dx = matmul(dy, W)
  const dW = matmul(transpose(dy), x)
  return { dx, dW }
}
