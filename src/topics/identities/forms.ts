import { fromPrograms } from './fromPrograms'
import { identity, type Group } from './identity'

export const forms: Group = {
  name: 'traces',
  title: 'Traces and quadratic forms',
  of: [
    identity('trace', 'Trace', 'X: N×N\na = trace(X)'),
    identity('trace-of-product', 'Trace of a product', 'A: N×M\nB: M×N\na = trace(A B)'),
    identity(
      'matrix-inner-product',
      'Inner product of matrices, tr(Aᵀ B)',
      'A: N×M\nB: N×M\na = trace(Aᵀ B)',
    ),
    identity('trace-between', 'Trace with a matrix between two', 'A: N×D\nX: D×E\nB: E×N\na = trace(A X B)'),
    identity('trace-of-square', 'Trace of a square', 'X: N×N\na = trace(X X)'),
    identity(
      'trace-quadratic',
      'Quadratic form of a matrix, tr(Xᵀ A X)',
      'X: N×D\nA: N×N\na = trace(Xᵀ A X)',
    ),
    identity('trace-twice', 'tr(A X B Xᵀ)', 'A: N×N\nX: N×D\nB: D×D\na = trace(A X B Xᵀ)'),
    fromPrograms('quadratic'),
    identity('bilinear', 'Bilinear form', 'x: N\nA: N×M\nz: M\na = x @ A @ z'),
    identity('least-squares', 'Least squares', 'A: M×N\nx: N\nb: M\na = sum((A x - b)^2)'),
    identity(
      'ridge',
      'Least squares with a penalty',
      'A: M×N\nx: N\nb: M\nc:\na = sum((A x - b)^2) + c sum(x^2)',
    ),
    identity(
      'weighted-squares',
      'Weighted least squares',
      'A: M×N\nx: N\nb: M\nW: M×M\nr = A x - b\na = r @ W @ r',
      ['x'],
    ),
    identity('rayleigh', 'Rayleigh quotient', 'x: N\nA: N×N\na = (x @ A @ x) / (x @ x)', ['x']),
    identity('bell', 'Exponent of a normal density', 'x: N\nA: N×N\na = exp(-(x @ A @ x) / 2)', ['x']),
    identity(
      'reconstruction',
      'Factorization, squared error',
      'Y: N×M\nU: N×R\nV: R×M\na = sum((U V - Y)^2)',
      ['U', 'V'],
    ),
  ],
}
