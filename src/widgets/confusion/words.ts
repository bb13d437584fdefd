import { num, settled } from '@/plot/format'
import type { Scene } from './model'

const shown = (value: number) => num(settled(value), 4)

/** What the two ways come to. */
export function sentence({ outer, inner, differ }: Scene): string {
  if (!Number.isFinite(outer.right)) return words.none
  if (!differ) return words.same(shown(outer.right))
  const inside =
    shown(inner.confused) === shown(inner.right)
      ? words.lost(shown(inner.right))
      : words.mixed(shown(inner.confused), shown(inner.right))
  return `${inside} ${words.outcome(shown(outer.confused), shown(outer.right))}`
}

/** What its parts and controls are called. */
export const words = {
  none: 'At these numbers there is no derivative to take.',
  same: (both: string) =>
    `Here both come to ${both}: with these numbers, mixing up the rates makes no difference.`,
  mixed: (mine: string, right: string) =>
    `With one level for both, the inner derivative takes up the rate of x as well: ${mine} in place of ${right}.`,
  lost: (both: string) =>
    `With one level for both, the inner derivative is ${both}, as it should be, but how it moves with x is lost.`,
  outcome: (mine: string, right: string) => `The outer one comes to ${mine}, and should be ${right}.`,
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
