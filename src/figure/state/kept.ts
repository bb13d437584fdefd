import * as v from 'valibot'
import { preferences, schema, type Preferences } from './preferences'

/** What a text from elsewhere says of preferences; undefined where it is of another kind. */
export function readKept(stored: unknown): Preferences | undefined {
  const parsed = v.safeParse(schema, stored)
  return parsed.success ? parsed.output : undefined
}

/** Preferences of a reader who has not done anything yet. */
export const unread = (): Preferences => v.parse(schema, {})

/** Takes these in the place of all that is kept. */
export const replaceKept = (kept: Preferences) => preferences.setState(kept)

/** All that is kept. */
export const keptNow = (): Preferences => {
  const { problem: _, ...kept } = preferences.getState()
  return kept
}
