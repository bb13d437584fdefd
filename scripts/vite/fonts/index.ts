import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import subsetFont from 'subset-font'
import { drawnBy } from './drawn.ts'
import { faces, type Face, type Source } from './faces.ts'
import { metricsOf } from './sfnt.ts'
import { standIns } from './standIns.ts'

/** A part of a face: one file, and the characters that are drawn from it. */
type Part = { name: string; font: Buffer; characters: readonly string[]; main: boolean }

/** Hints are for screens of another age and a third of a font of formulas; of its features the book asks for these. */
const plain = { noHinting: true, keepFeatures: ['ccmp', 'kern', 'liga', 'locl', 'mark', 'tnum'] }
const weights = { wght: { min: 400, max: 700, default: 400 } }

/** Of a font, the characters of a text that it has, and the font cut to them; as a file, and as a table to be read. */
async function cut({ file, variable }: Source, text: Iterable<string>) {
  const source = readFileSync(file)
  const options = { ...plain, ...(variable ? { variationAxes: weights } : {}) }
  const read = metricsOf(await subsetFont(source, [...text].join(''), { ...options, targetFormat: 'sfnt' }))
  const characters = [...text].filter((c) => read.widths.has(c))
  const font = await subsetFont(source, characters.join(''), { ...options, targetFormat: 'woff2' })
  return { characters, font, metrics: read }
}

/** Cuts what a face is drawn with to what it draws; of a text nothing may be left over, of a formula's font much is. */
export async function partsOf({ family, sources, draws, standIn }: Face, drawn: ReturnType<typeof drawnBy>) {
  let left = [...draws(drawn)]
  const parts: Part[] = []
  let metrics: Awaited<ReturnType<typeof cut>>['metrics'] | undefined
  for (const source of sources) {
    const found = await cut(source, left)
    metrics ??= found.metrics
    left = left.filter((c) => !found.metrics.widths.has(c))
    const name = /([^/]+)\.woff2$/.exec(source.file)?.[1] ?? family
    const { font, characters } = found
    if (characters.length > 0) parts.push({ name, font, characters, main: source === sources[0] })
  }
  const missing = standIn ? left.filter((c) => drawn.certain.has(c)) : []
  if (missing.length > 0)
    throw new Error(
      `no font in scripts/vite/fonts/faces.ts for ${family} has ${missing.map(codeOf).join(', ')}`,
    )
  return { parts, metrics }
}

const codeOf = (character: string) =>
  `"${character}" (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`

/** Characters as CSS names them, runs of neighbors as one. */
export function rangeOf(characters: readonly string[]): string {
  const codes = characters.map((c) => c.codePointAt(0) ?? 0).toSorted((a, b) => a - b)
  const runs: [number, number][] = []
  for (const code of codes) {
    const last = runs.at(-1)
    if (last && code === last[1] + 1) last[1] = code
    else runs.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',')
}

const rule = (
  { family, italic, display, sources }: Pick<Face, 'family' | 'italic' | 'display' | 'sources'>,
  src: string,
  more = '',
) =>
  `@font-face{font-family:"${family}";${italic ? 'font-style:italic;' : ''}${sources.some(({ variable }) => variable) ? 'font-weight:400 700;' : ''}font-display:${display};src:${src}${more && `;${more}`}}`

const dataOf = (font: Buffer) => `data:font/woff2;base64,${font.toString('base64')}`
const fileOf = (name: string, font: Buffer) =>
  `${name}-${createHash('sha256').update(font).digest('base64url').slice(0, 8)}.woff2`

export type Fonts = {
  /** The rules that declare them for a page with this HTML. */
  css: (html: string) => string
  /** What the head of a page with this HTML says about them. */
  tags: (html: string) => string
}

/** What the first screen of a page is drawn from: its top, and the part that follows. */
const firstScreen = (html: string) => html.split('<div class="part">').slice(0, 2).join('')

/** Signs of a text that are drawn from another font than its letters: where to get them, and one that tells them apart. */
type Beside = { face: Face; href: string; characters: readonly string[] }

function tagsFor(hrefs: ReadonlyMap<Face, string>, beside: readonly Beside[] = []) {
  return (html: string) => {
    const screen = firstScreen(html)
    const used = faces.filter(({ sign }) => sign.test(html))
    const first = used.filter(({ sign, atOnce }) => atOnce && sign.test(screen))
    const signs = beside.flatMap(({ face, href, characters }) => {
      const text = !face.italic && first.includes(face) && characters.find((c) => screen.includes(c))
      return text ? [{ face, href, text }] : []
    })
    // Name and text are for early.ts, which has to know when the font is there.
    const preload = ({ family, italic }: Face, href: string, text = '') =>
      `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin data-font='${italic ? 'italic ' : ''}1em "${family}"'${text && ` data-text="${text}"`}>`
    const late = used.flatMap(({ family, display }) => (display === 'block' ? [family] : []))
    return (
      first.map((face) => preload(face, hrefs.get(face) ?? '')).join('') +
      signs.map(({ face, href, text }) => preload(face, href, text)).join('') +
      `<meta name="fonts" content="${late.join(' ')}">`
    )
  }
}

/** The fonts of a finished book, each cut to what its pages and scripts can draw; `emit` says where a file can be had. */
export async function bookFonts(
  pages: readonly string[],
  scripts: readonly string[],
  emit: (name: string, font: Buffer) => string,
): Promise<Fonts> {
  const drawn = drawnBy(pages, scripts)
  const hrefs = new Map<Face, string>()
  const emitted: (Part & { href: string })[] = []
  const beside: Beside[] = []
  const rules: ((html: string) => string)[] = []
  for (const face of faces) {
    const { parts, metrics } = await partsOf(face, drawn)
    for (const { name, font, characters, main } of parts) {
      // What a formula draws with may stand in a text, too.
      const there = emitted.find((e) => e.name === name && characters.every((c) => e.characters.includes(c)))
      const href = there?.href ?? emit(fileOf(name, font), font)
      emitted.push({ name, font, characters, main, href })
      if (main) hrefs.set(face, href)
      else beside.push({ face, href, characters: characters.filter((c) => c > '\u007f') })
      const range = main ? '' : `unicode-range:${rangeOf(characters)}`
      const from = (where: string) => rule(face, `url("${where}") format("woff2")`, range)
      rules.push((html) => from(face.inline && face.sign.test(html) ? dataOf(font) : href))
    }
    if (face.standIn && metrics)
      standIns(face.standIn, metrics).forEach(({ src, descriptors }, i) =>
        rules.push(() => rule({ ...face, family: `${face.family} ${i + 1}`, sources: [] }, src, descriptors)),
      )
  }
  return { css: (html) => rules.map((each) => each(html)).join(''), tags: tagsFor(hrefs, beside) }
}

/** In dev the fonts are those of the packages, whole. */
export function wholeFonts(base: string): Fonts {
  const hrefs = new Map(faces.map((face) => [face, base + (face.sources[0]?.file ?? '')]))
  const css = [...hrefs].map(([face, href]) => rule(face, `url("${href}") format("woff2")`)).join('')
  return { css: () => css, tags: tagsFor(hrefs) }
}
