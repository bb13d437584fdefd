import { tex, type TexNode } from '@/figure/pure'
import type { Beside } from './code'
import type { Input, LayerName } from './layer'
import { words } from './words'

export type Formula = { of: TexNode; words: string }
type Of = {
  label: string
  /** What stands between the input and y. */
  p?: Formula
  y: Formula
  back: Partial<Record<Input, Formula>>
}

const toB: Formula = {
  of: tex`\dLdb = {\textstyle\sum_n} \left(\dLdy\right)_{\!n,:}`,
  words: words.summedRows,
}

/** Each layer in the book's notation: its name, forward, and backward by each input. */
export const formulas: Record<LayerName, Of> = {
  relu: {
    label: 'ReLU',
    y: { of: tex`\y = \max(0, \x)`, words: words.relu },
    back: {
      x: {
        of: tex`\dLdx = \dLdy \odot [\x > 0]`,
        words: words.reluBack,
      },
    },
  },
  sigmoid: {
    label: 'sigmoid',
    y: { of: tex`\y = 1 / (1 + e^{-\x})`, words: words.sigmoid },
    back: {
      x: {
        of: tex`\dLdx = \dLdy \odot \y \odot (1 - \y)`,
        words: words.sigmoidBack,
      },
    },
  },
  tanh: {
    label: 'tanh',
    y: { of: tex`\y = \tanh \x`, words: words.tanh },
    back: {
      x: {
        of: tex`\dLdx = \dLdy \odot (1 - \y \odot \y)`,
        words: words.tanhBack,
      },
    },
  },
  sum: {
    label: 'sum',
    y: { of: tex`\y = {\textstyle\sum_n} \x_{n,:}`, words: words.sum },
    back: {
      x: {
        of: tex`\left(\dLdx\right)_{\!n,:} = \dLdy`,
        words: words.sumBack,
      },
    },
  },
  broadcast: {
    label: 'broadcast',
    y: { of: tex`\y_{n,:} = \b`, words: words.broadcast },
    back: { b: toB },
  },
  bias: {
    label: 'bias',
    y: { of: tex`\y_{n,:} = \x_{n,:} + \b`, words: words.bias },
    back: { x: { of: tex`\dLdx = \dLdy`, words: words.biasBack }, b: toB },
  },
  mean: {
    label: 'mean',
    y: { of: tex`\y = \tfrac1N {\textstyle\sum_n} \x_{n,:}`, words: words.mean },
    back: {
      x: {
        of: tex`\left(\dLdx\right)_{\!n,:} = \tfrac1N \, \dLdy`,
        words: words.meanBack,
      },
    },
  },
  softmax: {
    label: words.softmaxName,
    p: {
      of: tex`p_{n,:} = \operatorname{softmax}(\x_{n,:})`,
      words: words.softmaxP,
    },
    y: {
      of: tex`\y_n = -{\textstyle\sum_k} \, t_{n,k} \log p_{n,k}`,
      words: words.softmax,
    },
    back: {
      x: {
        of: tex`\left(\dLdx\right)_{\!n,:} = \htmlClass{y}{dy_n} \, (p_{n,:} - t_{n,:})`,
        words: words.softmaxBack,
      },
    },
  },
  product: {
    label: words.productName,
    y: { of: tex`\y = \x\w`, words: words.product },
    back: {
      x: { of: tex`\dLdx = \dLdy \, \w\T`, words: words.productX },
      w: { of: tex`\dLdw = \x\T \, \dLdy`, words: words.productW },
    },
  },
  batch: {
    label: words.batchName,
    y: { of: tex`\y = \tanh(\x\w)`, words: words.batch },
    back: {
      x: {
        of: tex`\dLdx = \bigl(\dLdy \odot (1 - \y \odot \y)\bigr) \, \w\T`,
        words: words.batchX,
      },
      w: {
        of: tex`\dLdw = \x\T \, \bigl(\dLdy \odot (1 - \y \odot \y)\bigr)`,
        words: words.batchW,
      },
    },
  },
}

/** The formulas that stand beside a layer's lines of code. */
export function beside(name: LayerName): Record<Beside, Formula> {
  const { y, back } = formulas[name]
  return { y, dx: back.x ?? y, dw: back.w ?? y, db: back.b ?? y }
}
