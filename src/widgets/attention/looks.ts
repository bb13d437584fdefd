import { tex, type TexNode } from '@/figure/pure'
import type { Name, StepName } from './back'
import { words } from './words'

type Look = {
  name: string
  label: TexNode
  turned?: TexNode
  role: 'y' | 'ink'
  kind: 'value' | 'gradient'
  sym?: string
}

/** How each matrix is called and written. */
export const looks: Readonly<Record<Name, Look>> = {
  Q: { name: 'Q', label: tex`Q`, role: 'ink', kind: 'value', sym: 'Q' },
  K: { name: 'K', label: tex`K`, role: 'ink', kind: 'value', sym: 'K' },
  V: { name: 'V', label: tex`V`, turned: tex`V\T`, role: 'ink', kind: 'value', sym: 'V' },
  S: { name: 'S', label: tex`S`, role: 'ink', kind: 'value', sym: 'S' },
  A: { name: 'A', label: tex`A`, turned: tex`A\T`, role: 'ink', kind: 'value', sym: 'A' },
  y: { name: 'y', label: tex`\y`, role: 'y', kind: 'value', sym: 'y' },
  dy: { name: words.gradient('y'), label: tex`\dLdy`, role: 'y', kind: 'gradient', sym: 'dy' },
  dV: {
    name: words.gradient('V'),
    label: tex`\frac{\partial \L}{\partial V}`,
    role: 'ink',
    kind: 'gradient',
    sym: 'dV',
  },
  dA: {
    name: words.gradient('A'),
    label: tex`\frac{\partial \L}{\partial A}`,
    role: 'ink',
    kind: 'gradient',
    sym: 'dA',
  },
  dS: {
    name: words.gradient('S'),
    label: tex`\frac{\partial \L}{\partial S}`,
    role: 'ink',
    kind: 'gradient',
    sym: 'dS',
  },
  dQ: {
    name: words.gradient('Q'),
    label: tex`\frac{\partial \L}{\partial Q}`,
    role: 'ink',
    kind: 'gradient',
    sym: 'dQ',
  },
  dK: {
    name: words.gradient('K'),
    label: tex`\frac{\partial \L}{\partial K}`,
    role: 'ink',
    kind: 'gradient',
    sym: 'dK',
  },
  r: { name: words.rowMean, label: tex`r`, role: 'ink', kind: 'gradient' },
  less: { name: words.less, label: tex`\frac{\partial \L}{\partial A} - r`, role: 'ink', kind: 'gradient' },
  dSscaled: {
    name: words.scaled,
    label: tex`\tfrac{1}{\sqrt D} \frac{\partial \L}{\partial S}`,
    turned: tex`\tfrac{1}{\sqrt D} \bigl(\frac{\partial \L}{\partial S}\bigr)\T`,
    role: 'ink',
    kind: 'gradient',
  },
}

/** The layer, a statement each. */
export const forward: readonly TexNode[] = [
  tex`S = \dfrac{Q K\T}{\sqrt D}`,
  tex`A_{n,:} = \operatorname{softmax}(S_{n,:})`,
  tex`\y = A V`,
]

/** The equation of each step. */
export const rules: Readonly<Record<StepName, readonly TexNode[]>> = {
  given: forward,
  dV: [tex`\frac{\partial \L}{\partial V} = A\T \, \dLdy`],
  dA: [tex`\frac{\partial \L}{\partial A} = \dLdy \, V\T`],
  dS: [
    tex`\frac{\partial \L}{\partial S} = A \odot \Bigl( \frac{\partial \L}{\partial A} - r \Bigr)`,
    tex`r_n = {\textstyle\sum_m} A_{n,m} \frac{\partial \L}{\partial A_{n,m}}`,
  ],
  dQ: [tex`\frac{\partial \L}{\partial Q} = \frac{1}{\sqrt D} \, \frac{\partial \L}{\partial S} \, K`],
  dK: [
    tex`\frac{\partial \L}{\partial K} = \frac{1}{\sqrt D} \Bigl( \frac{\partial \L}{\partial S} \Bigr)\T Q`,
  ],
  check: [
    tex`\max\, | \, \tfrac{\partial \L}{\partial \theta} - \tfrac{\L(\theta + \delta) - \L(\theta - \delta)}{2\delta} \, |`,
  ],
}
