import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { loadJudge } from '@/topics/letters/judging'
import { ChapterPicture } from '@/topics/pictures'
import { vocabulary } from '@/prose'
import {
  DrawingContext,
  newDrawing,
  resolveMarks,
  type Book,
  type Drawing,
  type Target,
} from '@/prose/drawing'
import { at } from '@/prose/Link'
import { placed, stranger, toData, unbegun } from '@/prose/notation/places'
import { findAll, headingsOf, type Written } from '@/prose/sections'
import { demoPages } from './gallery'
import { chapters, pages, slips } from './pages'
import { withSections } from './Sections'
import { Shell } from './Shell'
import { teaching, teachPages } from './teach/Teach'

export type Route = { path: string; kind: 'chapter' | 'front' | 'gallery' | 'teach' }
export type Rendered = {
  html: string
  head: string
  title: string
  summary: string
  number?: number
  noindex?: boolean
}
export type Server = { routes: Route[]; render: (route: Route) => Rendered; notation: () => string }

// Verdicts that stand on a page are drawn whole.
await loadJudge()

type Drawable = {
  path: string
  number?: number
  title: string
  summary: string
  noindex?: boolean | undefined
  kind: Route['kind']
  Content: ComponentType
}

const drawables: Drawable[] = [
  ...pages.map(({ Content, ...page }) => ({
    ...page,
    kind: page.number === undefined ? ('front' as const) : ('chapter' as const),
    Content: () => <Content components={vocabulary} />,
  })),
  ...teachPages,
  ...demoPages,
]

export const routes: Route[] = drawables.map(({ path, kind }) => ({ path, kind }))

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

function headOf({ title, summary, path, noindex }: Drawable): string {
  const name = path === '/' ? 'Nudge: derivatives, Jacobians and backpropagation' : `${title} · Nudge`
  return [
    `<title>${attribute(name)}</title>`,
    `<meta name="description" content="${attribute(summary)}">`,
    ...(noindex ? [`<meta name="robots" content="noindex">`] : []),
    `<meta name="color-scheme" content="light dark">`,
    `<link rel="icon" href="${import.meta.env.BASE_URL}icon.svg" type="image/svg+xml">`,
    `<link rel="apple-touch-icon" href="${import.meta.env.BASE_URL}icon-touch.png">`,
    `<link rel="manifest" href="${import.meta.env.BASE_URL}manifest.webmanifest">`,
  ].join('')
}

const book: Book = {
  chapters,
  notation: () => placed(written()),
  slips: new Map(
    [...slips].map(([number, { where, Content }]) => [
      number,
      { where, Text: () => <Content components={vocabulary} /> },
    ]),
  ),
  slipPlaces: (number) =>
    written().flatMap((chapter) =>
      findAll(chapter, 'id').flatMap(([id, place]) => (id === `erratum-${number}` ? [place] : [])),
    ),
  picture: (path) => <ChapterPicture path={path} />,
  teaching,
}

/** A page with marks where it points to what another one may hold. */
type Sketch = { html: string; drawing: Drawing }

function sketch(page: Drawable): Sketch {
  const drawing = newDrawing(page, book)
  const html = renderToStaticMarkup(
    <DrawingContext value={drawing}>
      <Shell {...page}>
        <page.Content />
      </Shell>
    </DrawingContext>,
  )
  const strange = stranger(html, page.path)
  if (strange) throw new Error(strange)
  return { html, drawing }
}

/** A page is drawn once: for itself, for those that point at it, and for the notation, which looks through all chapters. */
const sketches = new Map<string, Sketch>()
function sketchOf(page: Drawable): Sketch {
  const found = sketches.get(page.path) ?? sketch(page)
  sketches.set(page.path, found)
  return found
}

/** A chapter, or a figure of any chapter, as another page points at it. */
function elsewhere(to: string): Target | undefined {
  const chapter = chapters.find(({ path }) => path === `/${to}/`)
  if (chapter) return { href: at(chapter.path), words: `chapter ${chapter.number}` }
  for (const page of drawables.filter(({ kind }) => kind === 'chapter')) {
    const number = sketchOf(page).drawing.figures.get(to)
    if (number !== undefined) return { href: `${at(page.path)}#${to}`, words: `Figure ${number}` }
  }
  return undefined
}

function htmlOf(page: Drawable): string {
  const { html, drawing } = sketchOf(page)
  return withSections(resolveMarks(html, drawing, elsewhere), headingsOf(html))
}

const written = (): Written[] =>
  drawables.flatMap((page) =>
    page.number === undefined ? [] : [{ path: page.path, number: page.number, html: htmlOf(page) }],
  )

/** The text of `notation.json`, which a page asks for when its reader first points at a symbol. */
export function notation(): string {
  const chaptersAsWritten = written()
  const problem = unbegun(chaptersAsWritten)
  if (problem) throw new Error(problem)
  return JSON.stringify(toData(placed(chaptersAsWritten)))
}

/** One route as HTML: the page's body, and what its head adds to the template. */
export function render(route: Route): Rendered {
  const page = drawables.find(({ path }) => path === route.path)
  if (!page) throw new Error(`no page at ${route.path}`)
  const { title, summary, number, noindex = false } = page
  return {
    html: htmlOf(page),
    head: headOf(page),
    title,
    summary,
    noindex,
    ...(number === undefined ? {} : { number }),
  }
}
