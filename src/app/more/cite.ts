/** A title in pieces: words, and formulas as they read and as TeX. */
export type Piece = string | { plain: string; tex: string }

/** What can be cited: a page, or something on it. */
export type Cited = {
  /** The page's title, and its number where it is a chapter. */
  page: string
  chapter?: number
  /** The section that it is, or stands in: its number in the chapter, and its heading. */
  section?: { number: string; title: readonly Piece[] }
  /** What it is itself, if not a section: “Figure 6.2: Two roads”, “Equation (8)”. */
  part?: readonly Piece[]
  /** Its whole address, and the name of the part in it. */
  url: string
}

const book = 'Nudge: An Interactive Book on Derivatives, Jacobians and Backpropagation'
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const plain = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.plain)).join('')

/** What TeX would read as a command. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const escaped = (text: string) => text.replace(/[\\~^#$%&_{}]/g, (sign) => special[sign] ?? `\\${sign}`)
const inTex = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? escaped(piece) : `$${piece.tex}$`)).join('')

const two = (count: number) => String(count).padStart(2, '0')
const iso = (day: Date) => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
const written = (day: Date) => `${day.getDate()} ${months[day.getMonth()]} ${day.getFullYear()}`

const where = ({ chapter, page }: Cited) =>
  chapter === undefined ? `“${page}”` : `chapter ${chapter}, “${page}”`
const sectionText = ({ number, title }: NonNullable<Cited['section']>) =>
  `section ${number}, “${plain(title)}”`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A citation as a line of text. */
export function asText(cited: Cited, day: Date): string {
  const places = [
    ...(cited.part ? [plain(cited.part)] : []),
    ...(cited.section ? [sectionText(cited.section)] : []),
    where(cited),
  ]
  return `The authors of Nudge. ${capital(places.join(', in '))}. In: ${book}. ${cited.url}. Accessed ${written(day)}.`
}

/** The key by which a paper names it: page and part. */
function keyOf(url: string): string {
  const { pathname, hash } = new URL(url)
  const words = `${pathname.split('/').filter(Boolean).at(-1) ?? ''} ${hash.slice(1).split('?')[0]}`
  return ['nudge', ...words.split(/[^a-zA-Z0-9]+/).filter(Boolean)].join('-')
}

const quoted = (before: string, title: string) => `${before} \`\`${title}''`

/** The same as an entry of BibTeX; what TeX would take for a command in a title is written so that it is none. */
export function asBibtex(cited: Cited, day: Date): string {
  const title = cited.part ?? cited.section?.title ?? [cited.page]
  const within = [
    ...(cited.chapter === undefined
      ? cited.part || cited.section
        ? [quoted('On the page', escaped(cited.page))]
        : []
      : [quoted(`Chapter ${cited.chapter},`, escaped(cited.page))]),
    ...(cited.section
      ? [
          cited.part
            ? quoted(`section ${cited.section.number},`, inTex(cited.section.title))
            : `section ${cited.section.number}`,
        ]
      : []),
  ].join(', ')
  const fields = {
    author: '{The authors of Nudge}',
    title: inTex(title),
    howpublished: escaped(book),
    year: String(day.getFullYear()),
    url: cited.url,
    urldate: iso(day),
    note: [...(within ? [within] : []), `Accessed ${written(day)}`].join('. '),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(12)} = {${value}},`)
  return `@misc{${keyOf(cited.url)},\n${lines.join('\n')}\n}\n`
}
