import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import type { Entry } from '../../../src/app/search/entry.ts'
import { toMarkdown, type Known } from './markdown.ts'

/** A page as these texts speak of it. */
export type Told = {
  path: string
  kind: string
  title: string
  summary: string
  number?: number
  noindex?: boolean
}
export type Slip = { number: number; where: string; since: string; text: string }

/** The address of a page of the book: whole where the site is known, else from the host's root. */
export const addresses =
  (base: string, site = '') =>
  (to: string) =>
    site + base + to.replace(/^\//, '')

const field = (text: string, name: string, file: string): string => {
  const [, value] = new RegExp(`^${name}: (.+)$`, 'm').exec(text) ?? []
  if (!value) throw new Error(`${file}: no “${name}” in its frontmatter`)
  return value
}

/** The errata as they stand in their files, in their order. */
export const readSlips = (): Slip[] =>
  globSync('content/errata/slips/*.mdx')
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      const number = Number(path.basename(file, '.mdx'))
      return { number, where: field(text, 'where', file), since: field(text, 'since', file), text }
    })
    .toSorted((a, b) => a.number - b.number)

/** Each chapter as Markdown, by the name of its file: `linear-layer.md`. */
export function chapterTexts(
  pages: readonly Told[],
  entries: readonly Entry[],
  slips: readonly Slip[],
  address: (to: string) => string,
): Record<string, string> {
  const figures = new Map(
    entries.flatMap(({ kind, name, to }) =>
      kind === 'figure' ? [[to.split('#')[1] ?? '', { name, href: address(to) }] as const] : [],
    ),
  )
  const chapters = pages.filter(({ kind }) => kind === 'chapter')
  const known = (page: Told): Known => ({
    page: address(page.path),
    address,
    target(to) {
      const chapter = chapters.find((one) => one.path === `/${to}/`)
      return chapter ? { name: `chapter ${chapter.number}`, href: address(chapter.path) } : figures.get(to)
    },
    slip: (number) => slips.find((slip) => slip.number === number),
  })
  return Object.fromEntries(
    chapters.map((page) => {
      const name = page.path.replaceAll('/', '')
      const folder = `${String(page.number).padStart(2, '0')}-${name}`
      const head = `# ${page.number}. ${page.title}\n\n${page.summary}\n\nA chapter of *Nudge*, CC BY 4.0, with figures in which every number can be changed: <${address(page.path)}>\n\n`
      return [
        `${name}.md`,
        head + toMarkdown(readFileSync(`content/${folder}/index.mdx`, 'utf8'), known(page)),
      ]
    }),
  )
}

/** `llms.txt`: what there is, for readers that take text. */
export const llmsText = (pages: readonly Told[], address: (to: string) => string): string => {
  const line = ({ title, summary }: Told, to: string) => `- [${title}](${address(to)}): ${summary}`
  const chapters = pages.filter(({ kind }) => kind === 'chapter')
  const others = pages.filter(
    ({ kind, path: at, noindex }) => kind === 'front' && at !== '/' && at !== '/404.html' && !noindex,
  )
  return [
    '# Nudge',
    `> ${pages.find(({ path: at }) => at === '/')?.summary ?? ''}`,
    'Each chapter as Markdown with TeX. Numbered equations, figures and sections have addresses on the pages themselves.',
    `## Chapters\n\n${chapters.map((page) => line(page, page.path.replace(/\/$/, '.md'))).join('\n')}`,
    `## Beside them\n\n${others.map((page) => line(page, page.path)).join('\n')}`,
    '',
  ].join('\n\n')
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** An id that stays the same wherever the book stands. */
function urn(name: string): string {
  const hex = createHash('sha256').update(`nudge ${name}`).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The errata as an Atom feed. */
export function feed(slips: readonly Slip[], address: (to: string) => string): string {
  const stamp = (day: string) => `<updated>${day}T00:00:00Z</updated>`
  const newest = slips
    .map(({ since }) => since)
    .toSorted()
    .at(-1)
  if (!newest) throw new Error('content/errata/slips/ is empty, so there is no feed to write')
  const entries = slips.map(({ number, where, since }) => {
    const link = address(`/errata/#erratum-${number}`)
    return `<entry><id>${urn(`erratum-${number}`)}</id><title>Erratum ${number}: ${escaped(where)}</title><link href="${link}"/>${stamp(since)}<summary>What the handout prints there, what is right, and a figure to check it in.</summary></entry>`
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>${urn('errata')}</id><title>Nudge: errata</title>`,
    `<author><name>Nudge</name></author><link href="${address('/errata/')}"/><link rel="self" href="${address('/errata.xml')}"/>${stamp(newest)}`,
    ...entries,
    '</feed>\n',
  ].join('\n')
}

/** The sitemap: chapters and what stands beside them. Its addresses have to be whole. */
export const sitemap = (pages: readonly Told[], address: (to: string) => string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages
      .filter(({ kind, path: at, noindex }) => kind !== 'gallery' && at !== '/404.html' && !noindex)
      .map(({ path: at }) => `<url><loc>${address(at)}</loc></url>`),
    '</urlset>\n',
  ].join('\n')
