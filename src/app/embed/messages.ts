/**
 * What a page in a frame and its host say to each other. Two ways of saying it, both at once: SPLICE, which course
 * platforms speak (https://cssplice.org), and one message of our own for everyone else. docs/embed.md is its manual.
 */

/** What the reader did, by the id of what it was done to: a link from the hash on, or the answer of a prediction. */
export type States = Readonly<Record<string, string>>

/** What there is to tell: `score` is missing where nothing is asked. */
export type Told = { id: string; height: number; state: States; score?: number | undefined }

const subjectOf = (data: unknown) =>
  typeof data === 'object' && data !== null && 'subject' in data ? data.subject : undefined

/** More than any reader writes; what a host sends beyond is not read. */
const longest = 100_000

/** States as a host gives them back: as they were, or as the text of a JSON value. Anything else is none. */
export function statesFrom(given: unknown): States | undefined {
  if (typeof given === 'string') {
    if (given.length > longest) return undefined
    try {
      return statesFrom(JSON.parse(given) as unknown)
    } catch {
      return undefined
    }
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const all = Object.entries(given)
  const texts = all.filter((each): each is [string, string] => typeof each[1] === 'string')
  const length = texts.reduce((sum, [, text]) => sum + text.length, 0)
  return texts.length === all.length && length <= longest ? Object.fromEntries(texts) : undefined
}

/** What a message of the host asks for; undefined if it is not for us. */
export function asked(
  data: unknown,
  request: string,
): { state?: States | undefined; theme?: string; tell?: true } | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  if (subjectOf(data) === 'SPLICE.getState.response') {
    // An answer to someone else's question names it.
    if ('message_id' in data && data.message_id !== request) return undefined
    return 'state' in data ? { state: statesFrom(data.state) } : {}
  }
  if (!('to' in data) || data.to !== 'nudge') return undefined
  const state = 'state' in data ? statesFrom(data.state) : undefined
  const theme = 'theme' in data && typeof data.theme === 'string' ? { theme: data.theme } : {}
  return { ...(state && { state }), ...theme, ...('tell' in data && { tell: true as const }) }
}

type Message = Readonly<Record<string, unknown>>

/** The question for what was kept, in SPLICE's words; ours has none: a host that has something says so. */
export const request = (message_id: string, activity_id: string): Message => ({
  subject: 'SPLICE.getState',
  message_id,
  activity_id,
})

export const ofHeight = (height: number, message_id: string): Message => ({
  subject: 'lti.frameResize',
  message_id,
  height,
})

/** State and score, after the reader did something. Without a question there is no score: none is a mark of 0. */
export const ofWork = ({ state, score }: Told, message_id: string, activity_id: string): Message => ({
  subject: 'SPLICE.reportScoreAndState',
  message_id,
  activity_id,
  state,
  ...(score !== undefined && { score }),
})

export const ofEvent = (name: string, data: Message, message_id: string, activity_id: string): Message => ({
  subject: 'SPLICE.sendEvent',
  message_id,
  activity_id,
  name,
  data,
})

/** Our own: all of it, each time that something of it is new. */
export const ofAll = (told: Told): Message => ({ from: 'nudge', ...told })

/** The mean of the scores of all questions. */
export const meanOf = (scores: readonly number[]): number | undefined =>
  scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length
