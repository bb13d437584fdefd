/** When an item is due again: `step` says how often it has been right since it was missed. */
export type Due = {
  readonly step: number
  /** After so many answers in all; it counts while `step` is 0. */
  readonly after: number
  /** The day on which it was missed, and from then on the day from which it is due. */
  readonly day: number
}

/** What is kept of a reader's practice: how many answers there were, and what was hard, by the name of what was asked. */
export type Memory = { readonly answered: number; readonly hard: Readonly<Record<string, Due>> }

export const empty: Memory = { answered: 0, hard: {} }

/** How many others come before an item that was missed. */
export const othersBetween = 3
/** Days until it comes back, each time that it was right. */
export const days: readonly number[] = [1, 3, 7]

export const isDue = ({ step, after, day }: Due, { answered }: Memory, today: number): boolean =>
  step === 0 ? answered >= after || today > day : today >= day

/** The memory after an answer. Missed, an item starts over; right when it was due, it comes back later, and in the end no more. */
export function remember(memory: Memory, key: string, right: boolean, today: number): Memory {
  const answered = memory.answered + 1
  const { [key]: due, ...others } = memory.hard
  if (!right)
    return { answered, hard: { ...others, [key]: { step: 0, after: answered + othersBetween, day: today } } }
  if (!due || !isDue(due, memory, today)) return { ...memory, answered }
  const wait = days[due.step]
  if (wait === undefined) return { answered, hard: others }
  return { answered, hard: { ...others, [key]: { step: due.step + 1, after: 0, day: today + wait } } }
}

/** What is due now, what was missed first at the front. */
export const dueNow = (memory: Memory, today: number): string[] =>
  Object.entries(memory.hard)
    .filter(([, due]) => isDue(due, memory, today))
    .sort(([, a], [, b]) => a.step - b.step || a.after - b.after || a.day - b.day)
    .map(([key]) => key)

/** The day of a date where its reader is, counted from 1970. */
export const dayOf = (date: Date): number =>
  Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000)
