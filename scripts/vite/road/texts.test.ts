import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { meta, siteOf } from './meta'
import { addresses, chapterTexts, feed, llmsText, readSlips, sitemap, type Told } from './texts'

const pages: Told[] = [
  { path: '/', kind: 'front', title: 'Nudge', summary: 'A book.' },
  {
    path: '/linear-layer/',
    kind: 'chapter',
    title: 'The linear layer',
    summary: 'By hand: "x" & w.',
    number: 6,
  },
  { path: '/errata/', kind: 'front', title: 'Errata', summary: 'Slips.' },
  { path: '/404.html', kind: 'front', title: 'None', summary: 'No.' },
  { path: '/gallery/zoom/', kind: 'gallery', title: 'Zoom', summary: 'Demos.' },
]
const here = addresses('/sub/')
const whole = addresses('/sub/', 'https://book.example')

test('the sitemap has the pages of the book, whole, and no others', () => {
  const found = [...sitemap(pages, whole).matchAll(/<loc>([^<]*)/g)].map(([, loc]) => loc)
  expect(found).toEqual(['', 'linear-layer/', 'errata/'].map((path) => `https://book.example/sub/${path}`))
})

test('the feed has every erratum once, with an id that does not change with the place', () => {
  const ids = (text: string) => [...text.matchAll(/<id>([^<]*)/g)].map(([, id]) => id)
  const slips = readSlips()
  expect(slips.length).toBeGreaterThan(8)
  const text = feed(slips, here)
  expect(ids(text)).toHaveLength(slips.length + 1)
  expect(new Set(ids(text)).size).toBe(slips.length + 1)
  expect(ids(feed(slips, whole))).toEqual(ids(text))
  for (const { number, since } of slips) {
    expect(text).toContain(`/sub/errata/#erratum-${number}"`)
    expect(text).toContain(`<updated>${since}T00:00:00Z</updated>`)
  }
  expect(() => feed([], here)).toThrow('is empty')
})

test('llms.txt leads to the Markdown of each chapter', () => {
  expect(llmsText(pages, here)).toContain('- [The linear layer](/sub/linear-layer.md): By hand')
  expect(llmsText(pages, here)).not.toMatch(/404|gallery/)
})

test('a chapter’s Markdown points at figures by their numbers, and stops where there is no such figure', () => {
  const figure = (id: string) =>
    ({ kind: 'figure', name: `Figure 6.9 ${id}`, on: '', to: `linear-layer/#${id}`, text: '' }) as const
  expect(() => chapterTexts(pages, [], readSlips(), here)).toThrow('no figure or chapter “')
  const mdx = readFileSync('content/06-linear-layer/index.mdx', 'utf8')
  const ids = [...mdx.matchAll(/ (?:to|id)="([^"]+)"/g)].map(([, id = '']) => id)
  const { 'linear-layer.md': text } = chapterTexts(pages, ids.map(figure), readSlips(), here)
  expect(text).toMatch(/^# 6\. The linear layer\n/)
  expect(text).toContain('[Figure 6.9](/sub/linear-layer/#two-roads)')
})

test('a page says whole addresses only where the site is known', () => {
  const [home, chapter] = pages
  if (!home || !chapter) throw new Error('two pages')
  expect(meta(chapter, here, '')).not.toMatch(/canonical|og:url|"url"/)
  const head = meta(chapter, whole, 'https://book.example')
  expect(head).toContain('<link rel="canonical" href="https://book.example/sub/linear-layer/">')
  const [, json = ''] = /ld\+json">([^<]*)</.exec(head) ?? []
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Chapter',
    position: 6,
    description: chapter.summary,
    isPartOf: { '@type': 'Book', url: 'https://book.example/sub/' },
  })
  expect(meta(home, here, '')).toContain('"@type":"Book"')
})

test.each([
  ['', ''],
  ['https://book.example', 'https://book.example'],
  ['https://book.example/', 'https://book.example'],
])('SITE “%s” is the host “%s”', (told, site) => {
  expect(siteOf(told)).toBe(site)
})

test.each(['book.example', 'https://book.example/sub/', 'ftp://book.example'])(
  'SITE “%s” is refused',
  (told) => {
    expect(() => siteOf(told)).toThrow('such as https://book.example')
  },
)
