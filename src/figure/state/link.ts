import type { Fields } from './fields'
import { plainHash } from './figureIn'
import { words } from './words'

const version = '1'

/** `check` says, in a sentence, what is wrong with values that are each right but do not go together. */
export type Readable<S> = { fields: Fields<S>; check?: (state: S) => string | undefined }
export type FromLink<S> = { state: S } | { error: string }

/** `#two-roads?v=1&w=…`: what differs from the start, and nothing else. */
export function toLink<S extends object>(id: string, state: S, start: S, fields: Fields<S>): string {
  const query = new URLSearchParams()
  for (const key of Object.keys(fields) as (keyof S & string)[]) {
    const value = fields[key].format(state[key])
    if (value !== fields[key].format(start[key])) query.set(key, value)
  }
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('+', '%20')
  return text ? `#${id}?v=${version}&${text}` : `#${id}`
}

/**
 * In a link that someone wrote by hand a + is a plus: `f=sin(x)+x`. Links of this book once had it for a space, and then
 * a plus stood there as %2B.
 */
const withPlus = (query: string) =>
  /%2B/i.test(query) && !query.includes('%20') ? query : query.replaceAll('+', '%2B')

const closed = (sentence: string) => (/[.?]$/.test(sentence) ? sentence : `${sentence}.`)

/**
 * The state that a link (or what the browser stored, in the same form) asks for; undefined if it is not about this
 * figure, a sentence if it can't be read.
 */
export function fromLink<S extends object>(
  link: string,
  id: string,
  start: S,
  { fields, check }: Readable<S>,
  source = words.theLink,
): FromLink<S> | undefined {
  const hash = plainHash(link)
  const at = hash.indexOf('?')
  if (at < 0 || hash.slice(1, at) !== id) return undefined
  const query = new URLSearchParams(withPlus(hash.slice(at + 1)))
  const found = query.get('v')
  if (found !== version) return { error: words.version(source, found ?? 'none', version) }
  const state = { ...start }
  for (const [key, value] of query) {
    if (key === 'v') continue
    if (!Object.hasOwn(fields, key)) return { error: words.unknown(source, key.slice(0, 20)) }
    const name = key as keyof S & string
    try {
      state[name] = fields[name].parse(value)
    } catch (error) {
      return {
        error: words.unusable(source, key, closed((error as Error).message)),
      }
    }
  }
  const problem = check?.(state)
  return problem ? { error: problem } : { state }
}
