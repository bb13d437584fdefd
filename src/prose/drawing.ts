import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { PlacedEntry } from './notation/places'
import type { Place } from './sections'

/** What the text may know of another page. */
export type PageLine = {
  path: string
  number?: number
  title: string
  summary: string
  shapes?: string | undefined
}

/** What a page may know of the rest of the book. */
export type Book = {
  chapters: readonly PageLine[]
  /** Every symbol with its first appearance, for the page that lists them. */
  notation: () => readonly PlacedEntry[]
  /** The errata by their numbers. */
  slips: ReadonlyMap<number, Slip>
  /** The places in chapters that have something to say on an erratum. */
  slipPlaces: (number: number) => readonly Place[]
  /** The one picture that says a chapter. */
  picture: (path: string) => ReactNode
  /** The pages for teachers. */
  teaching: readonly Taught[]
}

/** A page for teachers, with the figures that it speaks of. */
export type Taught = {
  path: string
  title: string
  figures: readonly { figure: string; about: string }[]
}

/** An erratum: where the handout has it, and the text that says what is wrong and what is right. */
export type Slip = { where: string; Text: ComponentType }

/** What one page gathers while it is drawn on the server: numbers for its figures, its outward links. */
export type Drawing = Book & {
  page: { path: string; number?: number }
  figures: Map<string, string>
  links: string[]
  islands: number
}

const alone: Book = {
  chapters: [],
  notation: () => [],
  slips: new Map(),
  slipPlaces: () => [],
  picture: () => null,
  teaching: [],
}

export const newDrawing = (page: Drawing['page'], book: Book = alone): Drawing => ({
  ...book,
  page,
  figures: new Map(),
  links: [],
  islands: 0,
})

export const DrawingContext = createContext<Drawing>(newDrawing({ path: '/' }))
export const useDrawing = () => useContext(DrawingContext)

/** A figure's number on its page, counted in reading order: 6.1, 6.2 … An id used twice is an error. */
export function numberFigure(drawing: Drawing, id: string): string {
  if (drawing.figures.has(id)) throw new Error(`${drawing.page.path}: two figures are called "${id}"`)
  const k = drawing.figures.size + 1
  const number = drawing.page.number === undefined ? String(k) : `${drawing.page.number}.${k}`
  drawing.figures.set(id, number)
  return number
}

/** Where a text points: a figure, or a chapter. */
export type Target = { readonly href: string; readonly words: string }

/** Stands for what is known of a target only when all pages are drawn, so that a text can point forward. */
export const targetMark = (what: 'href' | 'words' | 'Words', to: string) => `\u0001${what}:${to}\u0001`

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** A finished page with each mark replaced; what is on no page of the book is an error that names what there is. */
export function resolveMarks(
  html: string,
  { page, figures }: Drawing,
  elsewhere: (to: string) => Target | undefined,
) {
  const target = (to: string): Target => {
    const number = figures.get(to)
    const found = number === undefined ? elsewhere(to) : { href: `#${to}`, words: `Figure ${number}` }
    if (found) return found
    throw new Error(
      `${page.path}: no figure or chapter “${to}”; the page has ${[...figures.keys()].join(', ') || 'no figures'}`,
    )
  }
  return html.replace(/\u0001(\w+):([^\u0001]*)\u0001/g, (_, what: string, to: string) => {
    const { href, words } = target(to)
    return what === 'href' ? href : what === 'Words' ? capital(words) : words
  })
}
