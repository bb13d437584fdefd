import { tex, type TexNode } from '@/figure/pure'
import type { Formula } from './tokens'

/** Each statement in the book's notation, for the eye and for the ear. */
export const formulas: Record<Formula, { of: TexNode; words: string }> = {
  x: { of: tex`\x \quad N \times D`, words: 'the input x, N by D' },
  w: { of: tex`\w \quad D \times M`, words: 'the weights w, D by M' },
  c: { of: tex`c \quad N \times M`, words: 'the weights of the loss, N by M' },
  t: { of: tex`t \quad N \times M`, words: 'the target, N by M' },
  oneHot: { of: tex`t \quad N \times M`, words: 'the target, a one in the right column of each row' },
  y: { of: tex`\y = \x\w`, words: 'y equals x w' },
  shifted: {
    of: tex`z_{n,m} = y_{n,m} - \max_k y_{n,k}`,
    words: 'z is y less the largest entry of its row, which leaves p as it is',
  },
  logP: {
    of: tex`\log p_{n,m} = y_{n,m} - \log {\textstyle\sum_k} e^{y_{n,k}}`,
    words: 'the logarithm of softmax, row by row',
  },
  'L weighted': { of: tex`\L = {\textstyle\sum} \, c_{n,m} \, y_{n,m}`, words: 'L is the sum of c times y' },
  'L squared': {
    of: tex`\L = \tfrac12 {\textstyle\sum} (y_{n,m} - t_{n,m})^2`,
    words: 'L is half the sum of the squares of y minus t',
  },
  'L softmax': {
    of: tex`\L = -{\textstyle\sum} \, t_{n,m} \log p_{n,m}`,
    words: 'L is minus the sum of t times log p',
  },
  'dy weighted': { of: tex`\dLdy = c`, words: 'the gradient of L by y is c' },
  'dy squared': { of: tex`\dLdy = \y - t`, words: 'the gradient of L by y is y minus t' },
  'dy softmax': { of: tex`\dLdy = p - t`, words: 'the gradient of L by y is p minus t' },
  dx: {
    of: tex`\dLdx = \dLdy \, \w\T`,
    words: 'the gradient of L by x is the gradient of L by y times w transposed',
  },
  dw: {
    of: tex`\dLdw = \x\T \, \dLdy`,
    words: 'the gradient of L by w is x transposed times the gradient of L by y',
  },
  pull: {
    of: tex`\dLdy \, \dydx, \;\; \dLdy \, \dydw`,
    words: 'the gradient of L by y times both Jacobians, without building them',
  },
  backward: { of: tex`\dLdx, \;\; \dLdw`, words: 'the gradients of L by x and by w' },
}
