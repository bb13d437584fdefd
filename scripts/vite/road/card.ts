import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import subsetFont from 'subset-font'
import type { Told } from './texts.ts'

/** The hues of the light theme: a preview has no theme of its own. */
function huesOf(css: string): Record<string, string> {
  const found = [...css.matchAll(/--(background|ink|soft|x|w|y|L): light-dark\((#[\da-f]{6}),/g)]
  const hues = Object.fromEntries(found.map(([, name = '', color = '']) => [name, color]))
  if (found.length < 7) throw new Error('src/app/style/tokens.css: expected seven light-dark() hues')
  return hues
}

/** What the renderer lacks: variables, mixtures and :not(). */
const plainRule = (body: string, hue: string, ground: string) =>
  body
    .replace(
      /(fill|stroke):\s*color-mix\(in srgb, var\(--hue\) (\d+)%, transparent\)/g,
      `$1: ${hue}; $1-opacity: 0.$2`,
    )
    .replaceAll('var(--hue)', hue)
    .replaceAll('var(--background)', ground)
    .replace(/font: (\d+) (\w+) var\(--sans\)/g, 'font-family: Inter; font-weight: $1; font-size: $2')

/** The sheet of the chapters' pictures, once for each hue that an element or what it stands in may have. */
export function pictureStyle(css: string, hues: Readonly<Record<string, string>>): string {
  const rules = [...css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  return ['ink', 'x', 'w', 'y', 'L']
    .flatMap((name) =>
      rules.flatMap(([, selectors = '', body = '']) =>
        selectors.split(',').flatMap((selector) => {
          const inner = selector
            .replace('.chapter-picture', '')
            .replace(/:not\([^)]*\)/g, '')
            .trim()
          const rule = `{${plainRule(body, hues[name] ?? '', hues.background ?? '')}}`
          // The file speaks of cards on paper, too.
          if (inner === '' || !selector.trim().startsWith('.chapter-picture')) return []
          return name === 'ink' ? [inner + rule] : [`.${name} ${inner}${rule}`, `${inner}.${name}${rule}`]
        }),
      ),
    )
    .join('\n')
}

/** What is filled by an attribute stays so; a sheet would win over it. */
const keepFills = (svg: string) => svg.replace(/ fill="([^"]+)"/g, ' style="fill:$1;fill-opacity:1"')

/** A text in lines of so many letters. */
function lines(text: string, most: number): string[] {
  const found: string[] = []
  for (const word of text.split(' ')) {
    const last = found.at(-1)
    if (last !== undefined && last.length + word.length < most) found[found.length - 1] = `${last} ${word}`
    else found.push(word)
  }
  return found
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The picture by which a link to a chapter is shown: its number, its title, what it is for, and the picture that says it. */
export function cardSvg(
  { number, title, summary }: Told,
  picture: string,
  css: string,
  tokens: string,
): string {
  const hues = huesOf(tokens)
  const text = (y: number, size: number, hue: string, family: string, words: string) =>
    `<text x="80" y="${y}" style="font-family: ${family}; font-weight: 600; font-size: ${size}px; fill: ${hues[hue]}; text-anchor: start">${escaped(words)}</text>`
  const titles = lines(title, 15)
  const below = 210 + titles.length * 84
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="${hues.background}"/>`,
    text(120, 30, 'soft', 'Inter', `Nudge · chapter ${number}`),
    ...titles.map((line, i) => text(210 + i * 84, 76, 'ink', 'Source Serif 4', line)),
    ...lines(summary, 38).map((line, i) => text(below + i * 38, 26, 'soft', 'Inter', line)),
    `<style>${pictureStyle(css, hues)}</style>`,
    keepFills(picture).replace('<svg ', `<svg x="660" y="160" width="480" height="310" color="${hues.ink}" `),
    '</svg>',
  ].join('')
}

const faces = [
  ['@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', 'Inter'],
  ['@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2', 'serif'],
  // For ∂ and its like, which the others lack.
  ['@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2', 'signs'],
] as const

/** The book's fonts with all that cards write, as files: the renderer reads no others. */
async function fontFiles(text: string): Promise<string[]> {
  const folder = 'node_modules/.cache/cards'
  mkdirSync(folder, { recursive: true })
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return Promise.all(
    faces.map(async ([source, name]) => {
      const axes = source.includes('-wght-') ? { variationAxes: { wght: 600 } } : {}
      const font = await subsetFont(readFileSync(`node_modules/${source}`), text, {
        targetFormat: 'sfnt',
        ...axes,
      })
      writeFileSync(`${folder}/${name}-${hash}.ttf`, font)
      return `${folder}/${name}-${hash}.ttf`
    }),
  )
}

/** The card of each chapter as PNG, by the name of the chapter. */
export async function cards(
  pages: readonly (Told & { html: string })[],
): Promise<Record<string, Uint8Array>> {
  const [css, tokens] = ['src/topics/pictures/pictures.css', 'src/app/style/tokens.css'].map((file) =>
    readFileSync(file, 'utf8'),
  )
  const drawn = pages
    .filter(({ kind }) => kind === 'chapter')
    .map((page) => {
      const [picture = '<svg viewBox="0 0 1 1"/>'] =
        /<svg[^>]*class="chapter-picture"[^]*?<\/svg>/.exec(page.html) ?? []
      return { name: page.path.replaceAll('/', ''), svg: cardSvg(page, picture, css ?? '', tokens ?? '') }
    })
  const files = await fontFiles([...new Set(drawn.map(({ svg }) => svg).join(''))].toSorted().join(''))
  const font = { fontFiles: files, loadSystemFonts: false, defaultFontFamily: 'Inter' }
  return Object.fromEntries(drawn.map(({ name, svg }) => [name, new Resvg(svg, { font }).render().asPng()]))
}
