import type { Given, Target } from './given'
import { answer, check } from './model'
import { tell } from './words'

/** Everything about a formula at once. */
export function assess(text: string, given: Given, target: Target) {
  const verdict = check(text, given, target)
  return { verdict, ...tell(verdict, text, target), answer: answer(given, target) }
}

export type Assessment = ReturnType<typeof assess>
