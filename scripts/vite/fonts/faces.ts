import type { Drawn } from './drawn.ts'

/** A font of the book, as npm brings it. */
export type Source = { file: string; variable?: true }

export type Face = {
  family: string
  italic?: true
  /** `block` where no other font has such signs: the text waits for it, briefly. */
  display: 'swap' | 'block'
  /** What a sign is drawn with: the first that has it. */
  sources: readonly Source[]
  draws: (drawn: Drawn) => Iterable<string>
  /** How a page's HTML says that the page draws something in it. */
  sign: RegExp
  /** A line of the text may break elsewhere without it, so the text waits for it (src/app/early.ts). */
  atOnce?: true
  /** In the page itself, so that it is there at the first paint. */
  inline?: true
  standIn?: 'serif' | 'sans'
}

const inPackage = (name: string) => (file: string) => `node_modules/${name}/${file}.woff2`
const serif = inPackage('@fontsource-variable/source-serif-4')
const inter = inPackage('@fontsource-variable/inter')
const katex = inPackage('katex')

const variable = (file: string): Source => ({ file, variable: true })
/** Signs in a text, which its own font lacks: those of mathematics, then raised digits and the like. */
const beside: readonly Source[] = [
  { file: katex('dist/fonts/KaTeX_Main-Regular') },
  { file: inPackage('@fontsource/dejavu-sans')('files/dejavu-sans-latin-400-normal') },
]

const mathematics = (
  family: string,
  sign: RegExp,
  draws: Face['draws'] = ({ all }) => all,
  inline?: true,
): Face => ({
  family,
  display: 'block',
  sources: [{ file: katex(`dist/fonts/${family}-${family === 'KaTeX_Math' ? 'Italic' : 'Regular'}`) }],
  draws,
  sign,
  ...(family === 'KaTeX_Math' ? { italic: true } : {}),
  ...(inline ? { inline } : { atOnce: true }),
})

const letter = /[\p{Script=Latin}\p{Script=Greek}]/u

/** The fonts of the book. Those first whose place a stand-in takes less well. */
export const faces: readonly Face[] = [
  // Figures set formulas of their own in the same letters.
  mathematics('KaTeX_Main', /katex|formula-set/),
  mathematics('KaTeX_Math', /mathnormal|f-letter/, ({ all }) => [...all].filter((c) => letter.test(c))),
  {
    family: 'Source Serif 4',
    display: 'swap',
    sources: [
      variable(serif('files/source-serif-4-latin-wght-normal')),
      variable(serif('files/source-serif-4-greek-wght-normal')),
      ...beside,
    ],
    draws: ({ all }) => all,
    sign: /<p/,
    atOnce: true,
    standIn: 'serif',
  },
  {
    family: 'Inter',
    display: 'swap',
    sources: [
      variable(inter('files/inter-latin-wght-normal')),
      variable(inter('files/inter-greek-wght-normal')),
      ...beside,
    ],
    draws: ({ all }) => all,
    sign: /<p/,
    atOnce: true,
    standIn: 'sans',
  },
  {
    family: 'Source Serif 4',
    italic: true,
    display: 'swap',
    sources: [
      variable(serif('files/source-serif-4-latin-wght-italic')),
      variable(serif('files/source-serif-4-greek-wght-italic')),
      ...beside,
    ],
    draws: ({ all }) => all,
    sign: /<em>/,
    atOnce: true,
  },
  mathematics('KaTeX_Size1', /delimsizing size1|small-op|delim-size1/),
  mathematics('KaTeX_Size2', /delimsizing size2|large-op/),
  mathematics('KaTeX_Size3', /delimsizing size3/),
  mathematics('KaTeX_Size4', /delimsizing size4|delim-size4/),
  mathematics('KaTeX_AMS', /mathbb/, ({ board }) => board, true),
]
