import { matmul, transpose, type Tensor } from '@/autodiff'

/** ∂L/∂x and ∂L/∂w of y = xw, as matrix products. */
export function byProducts(x: Tensor, w: Tensor, dy: Tensor) {
  const dx = matmul(dy, transpose(w))
  const dw = matmul(transpose(x), dy)
  return { dx, dw }
}
