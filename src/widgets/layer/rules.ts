import { tex, type TexNode } from '@/figure/pure'
import type { Card, Mode, Scene } from './model'
import type { Name } from './network'
import { words } from './words'

type Rule = { tex: TexNode; spoken: string }

const whole: Rule = {
  tex: tex`\L = \sum_{n,m} \bigl( \max(\x\w,\ 0) \odot c \bigr)_{n,m}`,
  spoken: words.whole,
}
const values: Partial<Record<Name, Rule>> = {
  y: { tex: tex`\y = \x\w`, spoken: words.y },
  z: { tex: tex`z = \max(\y,\ 0)`, spoken: words.z },
  p: { tex: tex`p = z \odot c`, spoken: words.p },
  L: { tex: tex`\L = \sum_{n,m} p_{n,m}`, spoken: words.L },
}
const nudges: Partial<Record<string, Rule>> = {
  x: { tex: tex`\Delta\y = \Delta\x \, \w`, spoken: words.nudgeX },
  w: { tex: tex`\Delta\y = \x \, \Delta\w`, spoken: words.nudgeW },
  z: {
    tex: tex`\Delta z = \Delta\y \odot [\,\y > 0\,]`,
    spoken: words.nudgeZ,
  },
  p: { tex: tex`\Delta p = \Delta z \odot c`, spoken: words.nudgeP },
  L: { tex: tex`\Delta\L = \sum_{n,m} \Delta p_{n,m}`, spoken: words.nudgeL },
}
const gradients: Partial<Record<string, Rule>> = {
  p: {
    tex: tex`\Bigl(\frac{\partial \L}{\partial p}\Bigr)_{n,m} = \frac{\partial \L}{\partial \L} = 1`,
    spoken: words.gradientP,
  },
  z: {
    tex: tex`\frac{\partial \L}{\partial z} = \frac{\partial \L}{\partial p} \odot c`,
    spoken: words.gradientZ,
  },
  y: {
    tex: tex`\dLdy = \frac{\partial \L}{\partial z} \odot [\,\y > 0\,]`,
    spoken: words.gradientY,
  },
  x: {
    tex: tex`\dLdx = \dLdy \, \w\T`,
    spoken: words.gradientX,
  },
  w: {
    tex: tex`\dLdw = \x\T \, \dLdy`,
    spoken: words.gradientW,
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
  if (form === 'mask') return { label: mask, name: words.mask }
  if (form === 'turned') return { label: turned[of] ?? labels.value[of], name: words.turned(of) }
  const names = { value: of, nudge: words.movement(of), gradient: words.gradient(of) }
  return { label: labels[kind][of], name: names[kind] }
}
