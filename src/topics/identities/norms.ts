import { identity, type Group } from './identity'

export const norms: Group = {
  name: 'norms',
  title: 'Norms and distances',
  of: [
    identity('squared-norm', 'Squared norm', 'x: N\na = sum(x^2)'),
    identity('norm', 'Norm', 'x: N\na = norm(x)'),
    identity('squared-frobenius', 'Squared Frobenius norm', 'X: N×M\na = sum(X^2)'),
    identity('frobenius', 'Frobenius norm', 'X: N×M\na = sqrt(sum(X^2))'),
    identity('one-norm', 'Sum of absolute values', 'x: N\na = sum(abs(x))'),
    identity('three-norm', 'Norm with power 3', 'x: N\na = sum(abs(x)^3)^(1/3)'),
    identity('distance', 'Distance of two points', 'x: N\nz: N\na = norm(x - z)'),
    identity('unit-vector', 'Vector of length 1', 'x: N\ny = x / norm(x)'),
    identity('unit-rows', 'Rows of length 1', 'x: N×D\ny = x / norm(x, axis=1, keepdims=True)'),
    identity(
      'cosine-similarity',
      'Cosine similarity',
      'a: D\nb: D\ny = sum(a * b) / (sqrt(sum(a^2)) * sqrt(sum(b^2)))',
    ),
    identity(
      'squared-distances',
      'Squared distances of all pairs',
      'x: N×D\nz: M×D\ny[n,m] = Σ_d (x[n,d] - z[m,d])^2',
    ),
    identity(
      'gaussian-kernel',
      'Gaussian kernel of all pairs',
      'x: N×D\nz: M×D\ns[n,m] = Σ_d (x[n,d] - z[m,d])^2\nk = exp(-s / 2)',
    ),
    identity('smooth-norm', 'Norm without a corner', 'x: N\na = sqrt(sum(x^2) + 0.01)'),
  ],
}
