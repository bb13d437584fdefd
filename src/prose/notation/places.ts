import { numberOf, withNumbers } from '../chapters'
import { findAll, placeText, type Place, type Written } from '../sections'
import type { NotationData } from './data'
import { parts } from './entries'
import type { Entry, Sense } from './entry'

/** `since` is the chapter's number by now. */
export type PlacedSense = Omit<Sense, 'since'> & { since: number; first: Place }
export type PlacedEntry = Omit<Entry, 'senses'> & { senses: PlacedSense[] }

const entries = Object.values(parts).flat()
const known = new Set(entries.flatMap(({ keys }) => keys))

/** `x.1.2` is an entry of `x`, and `shape.x` its shape. */
const baseOf = (key: string) => key.replace(/^shape\./, '').split('.')[0] ?? ''

/** The sentence about a symbol on a page that the notation does not explain; undefined if there is none. */
export function stranger(html: string, path: string): string | undefined {
  for (const [, keys = ''] of html.matchAll(/ data-sym="([^"]+)"/g))
    for (const key of keys.split(' '))
      if (!known.has(baseOf(key)))
        return `${path}: the symbol “${baseOf(key)}” (data-sym="${key}") has no entry in the notation; add one in src/prose/notation/entries/.`
  return undefined
}

/** The sentence about a sense that begins with a chapter that the book has not; undefined if there is none. */
export function unbegun(chapters: readonly Written[]): string | undefined {
  for (const { text, senses } of entries)
    for (const { since } of senses)
      if (since !== undefined && numberOf(since, chapters) === undefined)
        return `src/prose/notation/entries/: a sense of “${text}” begins with the chapter “${since}”, and there is none of this name.`
  return undefined
}

/** Where each symbol of a chapter first stands. A figure's own shape badge is no first appearance. */
export function firstPlaces(chapter: Written): Map<string, Place> {
  const found = new Map<string, Place>()
  for (const [keys, place] of findAll(chapter, 'data-sym'))
    for (const key of keys.split(' '))
      if (!key.startsWith('shape.') && !found.has(baseOf(key))) found.set(baseOf(key), place)
  return found
}

/**
 * The notation with its first appearances, read off the finished chapters in their order. What no chapter uses is left
 * out.
 */
export function placed(chapters: readonly Written[]): PlacedEntry[] {
  const places = chapters.map((chapter) => ({ number: chapter.number, found: firstPlaces(chapter) }))
  return entries.flatMap(({ senses, ...entry }) => {
    const first = (since: number, end = Infinity) =>
      places
        .filter(({ number }) => number >= since && number < end)
        .flatMap(({ found }) => entry.keys.flatMap((key) => found.get(key) ?? []))[0]
    const begun = senses.flatMap(({ since: name, ...sense }) => {
      const since = name === undefined ? 0 : numberOf(name, chapters)
      return since === undefined ? [] : [{ ...sense, since }]
    })
    const used = begun.flatMap((sense, s) => {
      const at = first(sense.since, begun[s + 1]?.since)
      const meaning = withNumbers(sense.meaning, chapters, `the notation's ${entry.text}`)
      return at ? [{ ...sense, meaning, first: at }] : []
    })
    return used.length > 0 ? [{ ...entry, senses: used }] : []
  })
}

/** What the page's script needs to explain a symbol; see src/app/glossBox.ts. */
export const toData = (book: readonly PlacedEntry[]): NotationData => ({
  symbols: Object.fromEntries(
    book.flatMap(({ keys, text, hue = 'ink', senses }) =>
      keys.map((key) => [
        key,
        {
          text,
          hue,
          senses: senses.map(({ since, name, shape, meaning, first }) => [
            since,
            name,
            shape,
            meaning,
            first.href,
            placeText(first),
          ]),
        },
      ]),
    ),
  ),
})
