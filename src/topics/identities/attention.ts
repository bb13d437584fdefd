import { fromPrograms } from './fromPrograms'
import { identity, type Group } from './identity'

export const attention: Group = {
  name: 'attention-parts',
  title: 'Parts of attention',
  of: [
    fromPrograms('scores'),
    identity('masked-weights', 'Weights under an added mask', 'S: N×M\nB: N×M\nA = softmax(S + B, axis=1)', [
      'S',
    ]),
    identity('mixed-values', 'Values mixed by weights', 'A: N×M\nV: M×P\nY = A V'),
    fromPrograms('attention'),
    identity('linear-attention', 'Attention without softmax', 'Q: N×D\nK: M×D\nV: M×P\nY = Q Kᵀ V'),
    identity('heads', 'Scores of several heads', 'Q: H×N×D\nK: H×M×D\nS[h,n,m] = Σ_d Q[h,n,d] K[h,m,d]'),
    identity('projected-scores', 'Scores with their projections', 'x: N×D\nW: D×P\nU: D×P\nS = (x W) (x U)ᵀ'),
    identity('pooling', 'Attention pooling', 'x: N×D\nq: D\na = softmax(x q)\ny = a x'),
  ],
}
