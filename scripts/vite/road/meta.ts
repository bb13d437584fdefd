import type { Told } from './texts.ts'

/** The address of the site, as the build was told it (`SITE=https://book.example`); '' where it was not. */
export function siteOf(told = ''): string {
  if (told === '') return ''
  const { origin, protocol, href } = URL.canParse(told)
    ? new URL(told)
    : { origin: '', protocol: '', href: '' }
  if (/^https?:$/.test(protocol) && href === `${origin}/`) return origin
  throw new Error(
    `SITE is “${told}”, and should be the address of a host, such as https://book.example; a path is for --base`,
  )
}

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
const property = (name: string, content: string) =>
  `<meta property="og:${name}" content="${attribute(content)}">`

/** What search engines read of a chapter, or of the book: schema.org as JSON. */
function linked({ path, title, summary, number }: Told, whole: (to: string) => string | undefined) {
  const url = (to: string) => (whole(to) === undefined ? {} : { url: whole(to) })
  const book = { '@type': 'Book', name: 'Nudge', ...url('/') }
  const shared = {
    '@context': 'https://schema.org',
    description: summary,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
  }
  if (path === '/') return { ...shared, ...book, learningResourceType: 'textbook' }
  return number === undefined
    ? undefined
    : { ...shared, '@type': 'Chapter', name: title, position: number, isPartOf: book, ...url(path) }
}

/** What a page's head says to those who show links to it; whole addresses only where the site is known. */
export function meta(page: Told, address: (to: string) => string, site: string): string {
  if (page.kind === 'gallery' || page.path === '/404.html') return ''
  const whole = (to: string) => (site === '' ? undefined : address(to))
  const url = whole(page.path)
  const data = linked(page, whole)
  return [
    property('title', page.title),
    property('type', page.kind === 'chapter' ? 'article' : 'website'),
    ...(url ? [property('url', url), `<link rel="canonical" href="${url}">`] : []),
    ...(url && page.kind === 'chapter'
      ? [
          property('image', address(`/cards${page.path.replace(/\/$/, '.png')}`)),
          '<meta name="twitter:card" content="summary_large_image">',
        ]
      : []),
    ...(page.path === '/errata/'
      ? [`<link rel="alternate" type="application/atom+xml" title="Errata" href="${address('/errata.xml')}">`]
      : []),
    ...(page.kind === 'chapter'
      ? [`<link rel="alternate" type="text/markdown" href="${address(page.path.replace(/\/$/, '.md'))}">`]
      : []),
    // What ends a script has to be no text of it.
    ...(data
      ? [`<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`]
      : []),
  ].join('')
}
