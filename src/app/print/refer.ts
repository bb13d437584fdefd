/** What of an attribute is a name on the page; the chapters of one document may each have a name. */
const single = new Set(['id', 'for', 'name', 'aria-activedescendant', 'data-prefix'])
const several = new Set(['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers'])

/** An attribute's value with the chapter's name before each name in it; undefined where it has none. */
export function renamed(attribute: string, value: string, chapter: string): string | undefined {
  const own = (name: string) => `${chapter}-${name}`
  if (value === '') return undefined
  if (single.has(attribute)) return own(value)
  if (several.has(attribute)) return value.split(/\s+/).filter(Boolean).map(own).join(' ')
  if (value.includes('url(#'))
    return value.replace(/url\(#([^)]*)\)/g, (_, name: string) => `url(#${own(name)})`)
  return undefined
}

export type Where = { href: string; note?: string }

/** Where the book stands for its readers: as its pages say, or here; on a machine of one's own nowhere. */
export function publicHome(home: URL, canonical: string | undefined): string {
  if (canonical !== undefined) return new URL('../', canonical).href
  return /^(127\.|localhost|\[::1\])/.test(home.hostname) ? '/' : home.href
}

/**
 * Where a link of a chapter leads in a document of several: to its place there; else to its whole address, which stands
 * in a note, because paper has nothing to press. `known` is the address by which readers know the book.
 */
export function leads(
  href: string,
  chapter: string,
  within: readonly string[],
  home: URL,
  known: string,
): Where {
  const url = new URL(href, new URL(`${chapter}/`, home))
  if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname))
    return { href: url.href, note: url.href }
  const path = `/${url.pathname.slice(home.pathname.length)}`
  if (!within.includes(path)) return { href: url.href, note: known + url.href.slice(home.href.length) }
  const name = path.replaceAll('/', '')
  // A link to a state of a figure: on paper there is only the figure.
  const place = url.hash.slice(1).split('?')[0] ?? ''
  return { href: place ? `#${name}-${place}` : `#${name}` }
}
