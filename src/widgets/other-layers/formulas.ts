import { tex, type TexNode } from '@/figure/pure'
import type { Beside } from './code'
import type { Input, LayerName } from './layer'

export type Formula = { of: TexNode; words: string }
type Of = {
  label: string
  /** What stands between the input and y. */
  p?: Formula
  y: Formula
  back: Partial<Record<Input, Formula>>
}

const dx = 'the gradient of L by x is'
const dw = 'the gradient of L by w is'
const db = 'the gradient of L by b is'
const dy = 'the gradient of L by y'

const toB: Formula = {
  of: tex`\dLdb = {\textstyle\sum_n} \left(\dLdy\right)_{\!n,:}`,
  words: `${db} ${dy}, summed over the rows`,
}

/** Each layer in the book's notation: its name, forward, and backward by each input. */
export const formulas: Record<LayerName, Of> = {
  relu: {
    label: 'ReLU',
    y: { of: tex`\y = \max(0, \x)`, words: 'y is x where x is positive, else 0' },
    back: {
      x: {
        of: tex`\dLdx = \dLdy \odot [\x > 0]`,
        words: `${dx} ${dy} where x is positive, else 0`,
      },
    },
  },
  sigmoid: {
    label: 'sigmoid',
    y: { of: tex`\y = 1 / (1 + e^{-\x})`, words: 'y is 1 over 1 plus e to the minus x' },
    back: {
      x: {
        of: tex`\dLdx = \dLdy \odot \y \odot (1 - \y)`,
        words: `${dx} ${dy} times y times 1 minus y, entry by entry`,
      },
    },
  },
  tanh: {
    label: 'tanh',
    y: { of: tex`\y = \tanh \x`, words: 'y is the hyperbolic tangent of x' },
    back: {
      x: {
        of: tex`\dLdx = \dLdy \odot (1 - \y \odot \y)`,
        words: `${dx} ${dy} times 1 minus y squared, entry by entry`,
      },
    },
  },
  sum: {
    label: 'sum',
    y: { of: tex`\y = {\textstyle\sum_n} \x_{n,:}`, words: 'y is the sum of the rows of x' },
    back: {
      x: {
        of: tex`\left(\dLdx\right)_{\!n,:} = \dLdy`,
        words: `each row of the gradient of L by x is ${dy}`,
      },
    },
  },
  broadcast: {
    label: 'broadcast',
    y: { of: tex`\y_{n,:} = \b`, words: 'each row of y is b' },
    back: { b: toB },
  },
  bias: {
    label: 'bias',
    y: { of: tex`\y_{n,:} = \x_{n,:} + \b`, words: 'each row of y is that row of x plus b' },
    back: { x: { of: tex`\dLdx = \dLdy`, words: `${dx} ${dy}` }, b: toB },
  },
  mean: {
    label: 'mean',
    y: { of: tex`\y = \tfrac1N {\textstyle\sum_n} \x_{n,:}`, words: 'y is the mean of the rows of x' },
    back: {
      x: {
        of: tex`\left(\dLdx\right)_{\!n,:} = \tfrac1N \, \dLdy`,
        words: `each row of the gradient of L by x is ${dy} over N`,
      },
    },
  },
  softmax: {
    label: 'softmax with cross-entropy',
    p: {
      of: tex`p_{n,:} = \operatorname{softmax}(\x_{n,:})`,
      words: 'each row of p is the softmax of that row of x',
    },
    y: {
      of: tex`\y_n = -{\textstyle\sum_k} \, t_{n,k} \log p_{n,k}`,
      words: 'y is minus the logarithm of p at the right class, where t is 1',
    },
    back: {
      x: {
        of: tex`\left(\dLdx\right)_{\!n,:} = \htmlClass{y}{dy_n} \, (p_{n,:} - t_{n,:})`,
        words: 'each row of the gradient of L by x is dy times p minus the one-hot row t',
      },
    },
  },
  product: {
    label: 'matrix product',
    y: { of: tex`\y = \x\w`, words: 'y is x times w' },
    back: {
      x: { of: tex`\dLdx = \dLdy \, \w\T`, words: `${dx} ${dy} times w transposed` },
      w: { of: tex`\dLdw = \x\T \, \dLdy`, words: `${dw} x transposed times ${dy}` },
    },
  },
  batch: {
    label: 'product, then tanh',
    y: { of: tex`\y = \tanh(\x\w)`, words: 'y is the hyperbolic tangent of x times w' },
    back: {
      x: {
        of: tex`\dLdx = \bigl(\dLdy \odot (1 - \y \odot \y)\bigr) \, \w\T`,
        words: `${dx} ${dy} times 1 minus y squared, entry by entry, times w transposed`,
      },
      w: {
        of: tex`\dLdw = \x\T \, \bigl(\dLdy \odot (1 - \y \odot \y)\bigr)`,
        words: `${dw} x transposed times ${dy} times 1 minus y squared, entry by entry`,
      },
    },
  },
}

/** The formulas that stand beside a layer's lines of code. */
export function beside(name: LayerName): Record<Beside, Formula> {
  const { y, back } = formulas[name]
  return { y, dx: back.x ?? y, dw: back.w ?? y, db: back.b ?? y }
}
