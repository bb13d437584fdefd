import type { LayerLetters } from '@/figure/pure'
import { conventionOf } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { spokenIn, spokenProduct } from '@/topics/letters/spoken'
import { nameIn } from './inLetters'
import type { Card, Mode, Step } from './model'
import { ruleOf } from './rules'
import { words } from './words'

type Layers = 'x' | 'w' | 'y'

const nudge = (of: Layers, turned: boolean, letters: LayerLetters) => {
  const name = words.movement(nameIn(of, letters))
  return turned ? words.turned(name) : name
}

/** A matrix of the layer for the ear, in other letters than the handout's. */
export function spokenCard(
  { of, kind }: Pick<Card, 'kind'> & { of: Layers },
  turned: boolean,
  letters: LayerLetters,
): string {
  if (kind === 'nudge') return nudge(of, turned, letters)
  return spokenIn(conventionOf(letters), kind === 'gradient' ? `d${of}` : of, turned)
}

/** The rule of a step for the ear, in other letters than the handout's. */
export function spokenRule(step: Step, mode: Mode, by: 'x' | 'w', letters: LayerLetters): string {
  const convention = conventionOf(letters)
  const { kind, at, to } = step
  if (kind !== 'given' && (to === 'x' || to === 'w')) return spokenProduct(convention, `d${to}`)
  const factors = factorsOf(convention, 'y').map(({ of, turned }) =>
    mode === 'forward' && of === by && kind !== 'given'
      ? nudge(by, turned, letters)
      : spokenIn(convention, of, turned),
  )
  if (kind === 'given') return words.wholeOf(factors.join(' times '))
  if (at !== 'y' || to !== undefined) return ruleOf(step, mode, by).spoken
  return words.equals(mode === 'forward' ? words.movement('y') : 'y', factors)
}
