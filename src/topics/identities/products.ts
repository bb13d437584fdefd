import { fromPrograms } from './fromPrograms'
import { identity, type Group } from './identity'

export const products: Group = {
  name: 'products',
  title: 'Products',
  of: [
    fromPrograms('linear'),
    fromPrograms('nn-linear'),
    fromPrograms('columns'),
    identity('matrix-vector', 'Matrix times vector', 'A: M×N\nx: N\ny = A x'),
    identity('vector-matrix', 'Vector times matrix', 'x: N\nA: N×M\ny = x A'),
    identity('both-transposed', 'Both factors transposed', 'A: D×N\nB: M×D\nY = Aᵀ Bᵀ'),
    identity('three-factors', 'Three factors', 'A: N×D\nX: D×E\nB: E×M\nY = A X B'),
    fromPrograms('adapter'),
    identity('entrywise-product', 'Product entry by entry', 'A: N×M\nB: N×M\nY = A ⊙ B'),
    identity('masked-product', 'Masked product of matrices', 'A: N×D\nB: D×M\nC: N×M\nY = C ⊙ (A B)'),
    identity('inner-product', 'Inner product', 'a: N\nb: N\ny = a @ b'),
    identity('outer-product', 'Outer product', 'a: N\nb: M\nY = outer(a, b)'),
    fromPrograms('gram'),
    identity('gram-of-columns', 'Products of columns, Xᵀ X', 'X: N×D\nY = Xᵀ X'),
    identity('matrix-square', 'Square of a matrix', 'X: N×N\nY = X X'),
    identity('matrix-cube', 'Cube of a matrix', 'X: N×N\nY = X X X'),
    identity('congruence', 'Congruence, A X Aᵀ', 'A: M×N\nX: N×N\nY = A X Aᵀ'),
    identity('kronecker', 'Kronecker product', 'A: N×M\nB: P×Q\nY[n,p,m,q] = A[n,m] B[p,q]'),
    identity(
      'batched-product',
      'Batch of matrix products',
      'x: B×N×D\nw: B×D×M\ny[b,n,m] = Σ_d x[b,n,d] w[b,d,m]',
    ),
    identity(
      'shared-weights',
      'One weight for a batch of sequences',
      'x: B×T×D\nw: D×M\ny[b,t,m] = Σ_d x[b,t,d] w[d,m]',
    ),
    fromPrograms('scale'),
    identity('scale-rows', 'Scale of each row', 'x: N×D\ns: N\ny[n,d] = s[n] x[n,d]'),
  ],
}
