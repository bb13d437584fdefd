/** What a key does in a lecture. A clicker sends PageUp and PageDown, and a full stop or b for its black screen. */
export type Act = 'forth' | 'back' | 'blank' | 'leave'

const acts: Readonly<Record<string, Act>> = {
  PageDown: 'forth',
  PageUp: 'back',
  b: 'blank',
  '.': 'blank',
  p: 'leave',
  Escape: 'leave',
}

/** Keys that a field writes are the field's; those of a clicker never are. */
export function actOf(key: string, writes: boolean, used: boolean): Act | undefined {
  const { [key]: act } = acts
  if (act === 'forth' || act === 'back') return act
  // Escape has undone something, or a field has taken the letter.
  return used || writes ? undefined : act
}

/** Where a step leads: within the figure as long as it has one, else to the next figure; undefined at either end. */
export function leadsTo(
  by: 1 | -1,
  place: number,
  count: number,
  hasStep: boolean,
): 'step' | number | undefined {
  if (hasStep) return 'step'
  const next = place + by
  return next >= 0 && next < count ? next : undefined
}
