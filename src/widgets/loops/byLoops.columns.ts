/** ∂L/∂x and ∂L/∂W of y = Wx, entry by entry; each matrix is one array, row after row. */
export function byLoops(N: number, D: number, M: number, x: Float32Array, W: Float32Array, dy: Float32Array) {
  const dx = new Float32Array(D * N)
  for (let d = 0; d < D; d++)
    for (let n = 0; n < N; n++) {
      let sum = 0
      for (let m = 0; m < M; m++) {
        sum += (W[m * D + d] as number) * (dy[m * N + n] as number)
      }
      dx[d * N + n] = sum
    }

  const dW = new Float32Array(M * D)
  for (let m = 0; m < M; m++)
    for (let d = 0; d < D; d++) {
      let sum = 0
      for (let n = 0; n < N; n++) {
        sum += (dy[m * N + n] as number) * (x[d * N + n] as number)
      }
      dW[m * D + d] = sum
    }
  return { dx, dW }
}
