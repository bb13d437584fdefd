/** ∂L/∂x and ∂L/∂w of y = xw, entry by entry; each matrix is one array, row after row. */
export function byLoops(N: number, D: number, M: number, x: Float32Array, w: Float32Array, dy: Float32Array) {
  const dx = new Float32Array(N * D)
  for (let n = 0; n < N; n++)
    for (let d = 0; d < D; d++) {
      let sum = 0
      for (let m = 0; m < M; m++) {
        sum += (dy[n * M + m] as number) * (w[d * M + m] as number)
      }
      dx[n * D + d] = sum
    }

  const dw = new Float32Array(D * M)
  for (let d = 0; d < D; d++)
    for (let m = 0; m < M; m++) {
      let sum = 0
      for (let n = 0; n < N; n++) {
        sum += (x[n * D + d] as number) * (dy[n * M + m] as number)
      }
      dw[d * M + m] = sum
    }
  return { dx, dw }
}
