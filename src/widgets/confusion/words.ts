import { num, settled } from '@/plot/format'
import type { Scene } from './model'

const shown = (value: number) => num(settled(value), 4)

/** What the two ways come to. */
export const sentence = ({ outer, inner, differ }: Scene): string =>
  differ
    ? `With one level for both, the inner derivative takes up the rate of x as well: ${shown(inner.confused)} in place of ${shown(inner.right)}. The outer one comes to ${shown(outer.confused)}, and should be ${shown(outer.right)}.`
    : `Here both come to ${shown(outer.right)}: with these numbers, mixing up the rates makes no difference.`

/** What its parts and controls are called. */
export const words = {
  title: 'Whose rate is it?',
  g: 'g(x, y)',
  way: 'way',
  inner: '∂g/∂y',
  outer: 'd/dx of x · ∂g/∂y',
  numbered: 'levels with numbers',
  single: 'one level for all',
  differences: 'central differences',
  cell: (way: string, what: string) => `${what}, ${way}`,
}
