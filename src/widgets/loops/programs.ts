// oxlint-disable-next-line import/default -- Vite makes a text of it
import loops from './byLoops?raw'
// oxlint-disable-next-line import/default -- Vite makes a text of it
import products from './byProducts?raw'
import { words } from './words'

/** A program as it stands in its file, without what is there for the compiler alone: imports, types, and the comment. */
const shown = (source: string): string =>
  source
    .replace(/^import .*\n/gm, '')
    .replace(/^\/\*\*.*\*\/\n/gm, '')
    .replace(/\((\w+\[[^\]]+\]) as number\)/g, '$1')
    .replace(/: (number|Float32Array|Tensor)\b/g, '')
    .replace(/^export /gm, '')
    .trim()

/** The two programs that are timed. */
export const programs = {
  loops: { title: words.loopsTitle, text: shown(loops) },
  products: { title: words.productsTitle, text: shown(products) },
}
