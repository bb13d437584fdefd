import { fromPrograms } from './fromPrograms'
import { identity, type Group } from './identity'

export const reductions: Group = {
  name: 'sums',
  title: 'Sums, means and broadcasting',
  of: [
    identity('sum', 'Sum of all entries', 'x: N×D\na = sum(x)'),
    identity('sum-of-rows', 'Sum over the rows', 'x: N×D\ny = sum(x, axis=0)'),
    identity('sum-of-columns', 'Sum over the columns', 'x: N×D\ny = sum(x, axis=1)'),
    identity('mean', 'Mean of all entries', 'x: N×D\na = mean(x)'),
    identity('mean-of-rows', 'Mean over the rows', 'x: N×D\ny = mean(x, axis=0)'),
    identity('variance', 'Variance of each row', 'x: N×D\ny = var(x, axis=1)'),
    identity('deviation', 'Standard deviation of each row', 'x: N×D\ny = std(x, axis=1)'),
    identity('max', 'Largest entry of each row', 'x: N×D\ny = max(x, axis=1)'),
    identity('logsumexp', 'Log of a sum of exponentials', 'x: N×D\ny = logsumexp(x, axis=1)'),
    fromPrograms('center'),
    identity('centered-rows', 'Centered rows', 'x: N×D\ny = x - mean(x, axis=1, keepdims=True)'),
    identity('shares', 'Shares of each row', 'x: N×D\ny = x / sum(x, axis=1, keepdims=True)'),
    identity('add-row', 'A row added to all rows', 'x: N×D\nb: D\ny = x + b'),
    identity('add-column', 'A column added to all columns', 'x: N×D\nc: N\ny[n,d] = x[n,d] + c[n]'),
    identity('transpose', 'Transpose', 'X: N×M\nY = Xᵀ'),
    identity('diagonal', 'Diagonal of a matrix', 'X: N×N\ny[n] = X[n,n]'),
    identity('diagonal-matrix', 'Diagonal matrix of a vector', 'x: N\nY = diag(x)'),
    identity('symmetric-part', 'Symmetric part', 'X: N×N\nY = (X + Xᵀ) / 2'),
    identity('moving-sum', 'Moving sum of three', 'x: T\ny[t] = x[t] + x[t+1] + x[t+2]'),
  ],
}
