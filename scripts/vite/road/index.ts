import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Entry } from '../../../src/app/search/entry.ts'
import type { Rendered, Route } from '../../../src/app/server.tsx'
import type { NotationData } from '../../../src/prose/notation/data.ts'
import { cards } from './card.ts'
import { entriesOf, symbolEntries } from './entries.ts'
import { icons, webManifest } from './icons.ts'
import { meta, siteOf } from './meta.ts'
import { edition, workerScript } from './offline.ts'
import { addresses, chapterTexts, feed, llmsText, readSlips, sitemap } from './texts.ts'

export type BuiltPage = Route & Rendered

/** All that can be found in the book. */
export const found = (pages: readonly BuiltPage[], notation: string): Entry[] => [
  ...pages
    .filter(
      ({ kind, path, noindex }) => !['gallery', 'teach'].includes(kind) && path !== '/404.html' && !noindex,
    )
    .flatMap(entriesOf),
  ...symbolEntries(JSON.parse(notation) as NotationData),
]

/** The text of `search.json`. */
export const searchIndex = (pages: readonly BuiltPage[], notation: string): string =>
  JSON.stringify(found(pages, notation))

/** A page whose head also speaks to those who show links to it. */
export function withMeta(page: BuiltPage, base: string): BuiltPage {
  const site = siteOf(process.env.SITE)
  return { ...page, head: page.head + meta(page, addresses(base, site), site) }
}

/** What a finished build of the book gets for the road: texts, an index, icons, and at last the worker that keeps it all. */
export async function road(
  out: string,
  base: string,
  pages: readonly BuiltPage[],
  entries: readonly Entry[],
) {
  const write = (name: string, data: string | Uint8Array) => writeFileSync(`${out}/${name}`, data)
  const site = siteOf(process.env.SITE)
  const address = addresses(base, site)
  const slips = readSlips()
  write('search.json', JSON.stringify(entries))
  for (const [name, text] of Object.entries(chapterTexts(pages, entries, slips, address))) write(name, text)
  write('llms.txt', llmsText(pages, address))
  write('errata.xml', feed(slips, address))
  if (site !== '') {
    write('sitemap.xml', sitemap(pages, address))
    write(
      'robots.txt',
      `${readFileSync(`${out}/robots.txt`, 'utf8').trim()}\nSitemap: ${address('/sitemap.xml')}\n`,
    )
  }
  mkdirSync(`${out}/cards`, { recursive: true })
  for (const [name, card] of Object.entries(await cards(pages))) write(`cards/${name}.png`, card)
  for (const [name, data] of Object.entries(icons(readFileSync(`${out}/icon.svg`, 'utf8')))) write(name, data)
  write('manifest.webmanifest', webManifest(base, '#14161b'))
  write('sw.js', await workerScript(edition(out, base)))
}
