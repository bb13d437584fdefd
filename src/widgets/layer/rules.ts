import { tex, type TexNode } from '@/figure/pure'
import type { Card, Mode, Scene } from './model'
import type { Name } from './network'

type Rule = { tex: TexNode; spoken: string }

const whole: Rule = {
  tex: tex`\L = \sum_{n,m} \bigl( \max(\x\w,\ 0) \odot c \bigr)_{n,m}`,
  spoken: 'L is the sum of ReLU of x w, times c entry by entry',
}
const values: Partial<Record<Name, Rule>> = {
  y: { tex: tex`\y = \x\w`, spoken: 'y equals x times w' },
  z: { tex: tex`z = \max(\y,\ 0)`, spoken: 'z equals the larger of y and 0, entry by entry' },
  p: { tex: tex`p = z \odot c`, spoken: 'p equals z times c, entry by entry' },
  L: { tex: tex`\L = \sum_{n,m} p_{n,m}`, spoken: 'L equals the sum of p' },
}
const nudges: Partial<Record<string, Rule>> = {
  x: { tex: tex`\Delta\y = \Delta\x \, \w`, spoken: 'delta y equals delta x times w' },
  w: { tex: tex`\Delta\y = \x \, \Delta\w`, spoken: 'delta y equals x times delta w' },
  z: {
    tex: tex`\Delta z = \Delta\y \odot [\,\y > 0\,]`,
    spoken: 'delta z equals delta y where y is positive, else 0',
  },
  p: { tex: tex`\Delta p = \Delta z \odot c`, spoken: 'delta p equals delta z times c, entry by entry' },
  L: { tex: tex`\Delta\L = \sum_{n,m} \Delta p_{n,m}`, spoken: 'delta L equals the sum of delta p' },
}
const gradients: Partial<Record<string, Rule>> = {
  p: {
    tex: tex`\Bigl(\frac{\partial \L}{\partial p}\Bigr)_{n,m} = \frac{\partial \L}{\partial \L} = 1`,
    spoken: 'every entry of the gradient of L by p equals the gradient of L by L, 1',
  },
  z: {
    tex: tex`\frac{\partial \L}{\partial z} = \frac{\partial \L}{\partial p} \odot c`,
    spoken: 'the gradient of L by z equals the gradient of L by p times c, entry by entry',
  },
  y: {
    tex: tex`\dLdy = \frac{\partial \L}{\partial z} \odot [\,\y > 0\,]`,
    spoken: 'the gradient of L by y equals the gradient of L by z where y is positive, else 0',
  },
  x: {
    tex: tex`\dLdx = \dLdy \, \w\T`,
    spoken: 'the gradient of L by x equals the gradient of L by y times w transposed',
  },
  w: {
    tex: tex`\dLdw = \x\T \, \dLdy`,
    spoken: 'the gradient of L by w equals x transposed times the gradient of L by y',
  },
}

/** The local rule that acts at a step. */
export function ruleOf({ kind, at, to }: Scene['step'], mode: Mode, by: 'x' | 'w'): Rule {
  if (kind === 'given') return whole
  const rule = to ? gradients[to] : mode === 'forward' ? nudges[at === 'y' ? by : at] : values[at]
  return rule ?? whole
}

const labels = {
  value: { x: tex`\x`, w: tex`\w`, y: tex`\y`, z: tex`z`, c: tex`c`, p: tex`p`, L: tex`\L` },
  nudge: {
    x: tex`\Delta\x`,
    w: tex`\Delta\w`,
    y: tex`\Delta\y`,
    z: tex`\Delta z`,
    c: tex`c`,
    p: tex`\Delta p`,
    L: tex`\Delta\L`,
  },
  gradient: {
    x: tex`\dLdx`,
    w: tex`\dLdw`,
    y: tex`\dLdy`,
    z: tex`\frac{\partial \L}{\partial z}`,
    c: tex`c`,
    p: tex`\frac{\partial \L}{\partial p}`,
    L: tex`\frac{\partial \L}{\partial \L}`,
  },
} as const
const turned: Partial<Record<Name, TexNode>> = { x: tex`\x\T`, w: tex`\w\T` }
const mask = tex`[\,\y > 0\,]`

/** A matrix's name for the eye, and for the ear. */
export function titleOf({ of, kind, form }: Card): { label: TexNode; name: string } {
  if (form === 'mask') return { label: mask, name: 'one where y is positive' }
  if (form === 'turned') return { label: turned[of] ?? labels.value[of], name: `${of} transposed` }
  const names = { value: of, nudge: `movement of ${of}`, gradient: `gradient of L by ${of}` }
  return { label: labels[kind][of], name: names[kind] }
}
