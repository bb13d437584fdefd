import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Entry } from '../../../src/app/search/entry.ts'
import { earlyScript, hasStyle, policy, scriptList, widgetsOf, type Built, type Parts } from '../head.ts'
import type { Drawn } from '../road/entries.ts'
import { embedsOfAll, type Embed, type Names } from './cut.ts'

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const named = (entries: readonly Entry[]): Names => new Map(entries.map(({ to, name }) => [to, name]))

/** What a page in a frame says of itself: whose it is, and where it stands in the book. */
function bodyOf({ id, title, home, html }: Embed): string {
  return [
    `<main id="text" class="embed" data-path="/embed/${id}/" data-embed="${id}">`,
    `<h1 class="visually-hidden">${escaped(title)}</h1>${html}</main>`,
    `<footer class="embed-foot"><a href="${home}" target="_blank" rel="noopener">${escaped(title)}</a>`,
    ' · from <cite>Nudge</cite>, <a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener">CC BY 4.0</a></footer>',
  ].join('')
}

type Head = Pick<Parts, 'scripts' | 'fonts'> & {
  begin: string
  early: readonly string[]
  /** The scripts that all such pages need, where they have names by now. */
  shared?: readonly string[]
}

/** A page of one thing. It is no page of the book: no search finds it, and nothing leads from it but to the book. */
export function embedPage(
  template: string,
  embed: Embed,
  { begin, scripts, fonts, early, shared = [] }: Head,
): string {
  const widgets = widgetsOf(embed.html)
  const preloads = [...new Set([...shared, ...widgets.flatMap(scripts)])]
    .map((href) => `<link rel="modulepreload" href="${href}">`)
    .join('')
  const head = [
    begin,
    preloads,
    `<title>${escaped(embed.title)} · Nudge</title>`,
    '<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">',
    fonts.tags(embed.html),
    ...early.map((text) => `<script>${text}</script>`),
    scriptList(widgets, scripts),
  ].join('')
  return template.replace('<!--app-head-->', () => head).replace('<!--app-html-->', () => bodyOf(embed))
}

/** The scripts of every such page's head. */
export const embedEarly = async () => [await earlyScript(), await earlyScript('src/app/embed/early.ts')]

const sheetOf = 'src/app/embed/embed.css'

/** Writes the pages of a finished build. They share one sheet, so that each is little more than what it shows. */
export async function writeEmbeds(
  out: string,
  base: string,
  template: string,
  pages: readonly Drawn[],
  entries: readonly Entry[],
  built: Built,
) {
  const embeds = embedsOfAll(pages, named(entries), base)
  const early = await embedEarly()
  const htmls = embeds.map(({ html }) => html)
  const sheet =
    built.fonts.css(htmls.join('')) +
    built.common(htmls) +
    built
      .files(sheetOf)
      .map((file) => readFileSync(`${out}/${file}`, 'utf8').trim())
      .join('')
  const name = `embed-${createHash('sha256').update(sheet).digest('base64url').slice(0, 8)}.css`
  const shared = ['index.html', 'src/app/embed/index.ts'].flatMap(built.files).map((file) => base + file)
  for (const embed of embeds) {
    const styles = widgetsOf(embed.html).filter(hasStyle).map(built.styleOf)
    const begin = [
      policy(early, styles),
      `<link rel="stylesheet" href="${base}assets/${name}">`,
      ...styles.map((style) => `<style>${style}</style>`),
    ].join('')
    mkdirSync(`${out}/embed/${embed.id}`, { recursive: true })
    writeFileSync(
      `${out}/embed/${embed.id}/index.html`,
      embedPage(template, embed, { ...built, begin, early, shared }),
    )
  }
  return { count: embeds.length, write: () => writeFileSync(`${out}/assets/${name}`, sheet) }
}

/** The page at `/embed/<id>/` while the book is written; undefined where there is none. */
export async function servedEmbed(
  id: string,
  base: string,
  template: string,
  pages: readonly Drawn[],
  entriesOf: (page: Drawn) => readonly Entry[],
  { begin, scripts, fonts }: Omit<Parts, 'early'>,
): Promise<string | undefined> {
  const page = pages.find(
    ({ html }) => html.includes(`&quot;id&quot;:&quot;${id}&quot;`) || html.includes(`id="${id}"`),
  )
  if (!page) return undefined
  const embed = embedsOfAll([page], named(entriesOf(page)), base).find((each) => each.id === id)
  if (!embed) return undefined
  const styles = begin(embed.html, widgetsOf(embed.html).filter(hasStyle))
  return embedPage(template, embed, {
    begin: `${styles}<link rel="stylesheet" href="${base}${sheetOf}">`,
    scripts,
    fonts,
    early: await embedEarly(),
  })
}
