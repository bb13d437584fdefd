import { read } from '@/topics/checking/read'
import { sizeNames, tasks, type Given, type Target } from './given'
import { answer, check } from './model'
import { tell } from './words'

/** Everything about a formula at once. */
export function assess(text: string, given: Given, target: Target) {
  const verdict = check(text, given, target)
  const formula = read(text, [...tasks[target].names, ...sizeNames])
  const unread = 'kind' in formula
  const shown = unread ? text : formula.text
  return {
    verdict,
    ...tell(verdict, shown, target),
    answer: answer(given, target),
    spelled: {
      suggestions: unread ? formula.suggestions : [],
      ...(!unread && formula.typed !== undefined && { book: formula.text }),
    },
  }
}

export type Assessment = ReturnType<typeof assess>
