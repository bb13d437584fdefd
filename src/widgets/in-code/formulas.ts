import type { Piece } from '@/autodiff'
import { tex, type TexNode } from '@/figure/pure'
import type { Formula } from './tokens'
import { statements } from './words'

/** Each statement in the book's notation, for the eye and for the ear. */
export const formulas: Record<Formula, { of: TexNode; set?: Piece; words: string }> = {
  x: { of: tex`\x \quad N \times D`, words: statements.x },
  w: { of: tex`\w \quad D \times M`, words: statements.w },
  c: { of: tex`c \quad N \times M`, words: statements.c },
  t: { of: tex`t \quad N \times M`, words: statements.t },
  oneHot: { of: tex`t \quad N \times M`, words: statements.oneHot },
  y: { of: tex`\y = \x\w`, words: statements.y },
  shifted: {
    of: tex`z_{n,m} = y_{n,m} - \max_k y_{n,k}`,
    words: statements.shifted,
  },
  logP: {
    of: tex`\log p_{n,m} = y_{n,m} - \log {\textstyle\sum_k} e^{y_{n,k}}`,
    words: statements.logP,
  },
  'L weighted': { of: tex`\L = {\textstyle\sum} \, c_{n,m} \, y_{n,m}`, words: statements['L weighted'] },
  'L squared': {
    of: tex`\L = \tfrac12 {\textstyle\sum} (y_{n,m} - t_{n,m})^2`,
    words: statements['L squared'],
  },
  'L softmax': {
    of: tex`\L = -{\textstyle\sum} \, t_{n,m} \log p_{n,m}`,
    words: statements['L softmax'],
  },
  'dy weighted': { of: tex`\dLdy = c`, words: statements['dy weighted'] },
  'dy squared': { of: tex`\dLdy = \y - t`, words: statements['dy squared'] },
  'dy softmax': { of: tex`\dLdy = p - t`, words: statements['dy softmax'] },
  dx: {
    of: tex`\dLdx = \dLdy \, \w\T`,
    words: statements.dx,
  },
  dw: {
    of: tex`\dLdw = \x\T \, \dLdy`,
    words: statements.dw,
  },
  pull: {
    of: tex`\dLdy \, \dydx, \;\; \dLdy \, \dydw`,
    words: statements.pull,
  },
  backward: { of: tex`\dLdx, \;\; \dLdw`, words: statements.backward },
}
