/** A chapter as other pages read it: its page, finished. */
export type Written = { path: string; number: number; html: string }

/** A section of a chapter; without a name, what stands before the first one. */
export type Place = { path: string; number: number; section: string; href: string }

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#x27;': '’',
  '&quot;': '"',
}

/** A heading's words, without its link and without the half of its formulas that only the ear gets. */
const textOf = (heading: string) =>
  heading
    .replace(/<a [^]*$|<math[^]*?<\/math>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .trim()

/** What an attribute holds, wherever a chapter has it, with the section that it stands in. */
export function findAll({ path, number, html }: Written, attribute: string): [value: string, Place][] {
  const found: [string, Place][] = []
  let here: Place = { path, number, section: '', href: path }
  const landmark = new RegExp(`<h2 id="([^"]+)"[^>]*>([^]*?)</h2>| ${attribute}="([^"]+)"`, 'g')
  for (const [, id, heading = '', value] of html.matchAll(landmark)) {
    if (id !== undefined) here = { path, number, section: textOf(heading), href: `${path}#${id}` }
    if (value !== undefined) found.push([value, here])
  }
  return found
}

/** The headings of a page in order: where each is, and its words as HTML. */
export const headingsOf = (html: string): { id: string; text: string }[] =>
  [...html.matchAll(/<h2 id="([^"]+)"[^>]*>([^]*?)<\/h2>/g)].map(([, id = '', heading = '']) => ({
    id,
    text: textOf(heading).replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;')),
  }))

export const placeText = ({ number, section }: Place) =>
  `Chapter ${number}${section ? `, ${section}` : ', its opening'}`
