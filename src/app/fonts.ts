import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import italic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import ams from 'katex/dist/fonts/KaTeX_AMS-Regular.woff2?url'
import mathItalic from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url'
import math from 'katex/dist/fonts/KaTeX_Main-Regular.woff2?url'
import size1 from 'katex/dist/fonts/KaTeX_Size1-Regular.woff2?url'
import size2 from 'katex/dist/fonts/KaTeX_Size2-Regular.woff2?url'
import size3 from 'katex/dist/fonts/KaTeX_Size3-Regular.woff2?url'
import size4 from 'katex/dist/fonts/KaTeX_Size4-Regular.woff2?url'

/** Each font with the sign, in a page's HTML, that the page draws something in it. */
const fonts: readonly (readonly [href: string, sign: RegExp])[] = [
  [serif, /<p/],
  [inter, /<p/],
  [italic, /<em>/],
  [math, /katex/],
  [mathItalic, /mathnormal/],
  [ams, /mathbb/],
  [size1, /delimsizing size1|small-op|delim-size1/],
  [size2, /delimsizing size2|large-op/],
  [size3, /delimsizing size3/],
  [size4, /delimsizing size4|delim-size4/],
]

/**
 * A font that is late is not used at all (`font-display: optional`), so that nothing moves on the page. The ones that a
 * page needs are named in its head, and `early.ts` asks for them at once where that costs the reader no waiting.
 */
export function fontTags(html: string): string {
  const used = fonts.filter(([, sign]) => sign.test(html)).map(([href]) => href)
  const preload = (href: string) =>
    `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`
  const names = used.map((href) => `<meta name="font" content="${href}">`)
  return `${names.join('')}<noscript>${used.map(preload).join('')}</noscript>`
}
