import MiniSearch, { type SearchResult } from 'minisearch'
import type { Entry, Kind } from './entry'

/** A piece of text, and whether it is what was looked for. */
type Piece = { readonly text: string; readonly hit: boolean }
export type Found = { readonly entry: Entry; readonly excerpt: readonly Piece[] }

/** The most that is shown; a longer list is a reason to type another word. */
const most = 20
/** How much of a text stands round what was found, in letters. */
const before = 40
const length = 150

/** What a reader means who types a word. */
const weight: Record<Kind, number> = {
  page: 2,
  section: 1.6,
  definition: 2,
  symbol: 1.4,
  identity: 1.2,
  figure: 1.2,
  equation: 1,
  exercise: 0.8,
}

/** One spelling for what is written in several: ∂x as dx, X as x, é as e. */
const plain = (term: string) =>
  term.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('∂', 'd').replaceAll('ᵀ', 't').toLowerCase()

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The part of a text in which one of the terms stands first, and there all of them as hits. */
export function excerptOf(text: string, terms: readonly string[]): Piece[] {
  const any = terms.length > 0 ? new RegExp(`(${terms.map(escaped).join('|')})`, 'iu') : /(?!)/
  const at = text.search(any)
  const from = at > before ? text.indexOf(' ', at - before) + 1 : 0
  const end = text.length > from + length ? text.lastIndexOf(' ', from + length) : text.length
  const cut = `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`
  return cut
    .split(any)
    .map((piece, i) => ({ text: piece, hit: i % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

/** Looks entries up by words of theirs, by beginnings of words, and by words with a slip in them; the nearest first. */
export function finder(entries: readonly Entry[]): (query: string) => Found[] {
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ['name', 'on', 'text'],
    processTerm: plain,
    searchOptions: {
      boost: { name: 5, on: 1.5 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      boostDocument: (id) => weight[entries[id as number]?.kind ?? 'page'],
    },
  })
  index.addAll(entries.map((entry, id) => ({ ...entry, id })))
  const toFound = ({ id, match }: SearchResult): Found[] => {
    const entry = entries[id as number]
    const terms = Object.keys(match).filter((term) => match[term]?.includes('text'))
    return entry ? [{ entry, excerpt: excerptOf(entry.text, terms) }] : []
  }
  return (query) => {
    const all = index.search(query, { combineWith: 'AND' })
    return (all.length > 0 ? all : index.search(query)).slice(0, most).flatMap(toFound)
  }
}
