/** ∂L/∂x and ∂L/∂W of y = xWᵀ, entry by entry; each matrix is one array, row after row. */
export function byLoops(N: number, D: number, M: number, x: Float32Array, W: Float32Array, dy: Float32Array) {
  const dx = new Float32Array(N * D)
  for (let n = 0; n < N; n++)
    for (let d = 0; d < D; d++) {
      let sum = 0
      for (let m = 0; m < M; m++) {
        sum += (dy[n * M + m] as number) * (W[m * D + d] as number)
      }
      dx[n * D + d] = sum
    }

  const dW = new Float32Array(M * D)
  for (let m = 0; m < M; m++)
    for (let d = 0; d < D; d++) {
      let sum = 0
      for (let n = 0; n < N; n++) {
        sum += (dy[n * M + m] as number) * (x[n * D + d] as number)
      }
      dW[m * D + d] = sum
    }
  return { dx, dW }
}
