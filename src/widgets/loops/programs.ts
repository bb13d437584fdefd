/* oxlint-disable import/default -- Vite makes texts of them */
import type { LayerLetters } from '@/figure/pure'
import loopsOfColumns from './byLoops.columns?raw'
import loops from './byLoops.handout?raw'
import loopsOfNnLinear from './byLoops.nnLinear?raw'
import productsOfColumns from './byProducts.columns?raw'
import products from './byProducts.handout?raw'
import productsOfNnLinear from './byProducts.nnLinear?raw'
/* oxlint-enable import/default */
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

const texts = {
  loops: { handout: loops, 'nn.Linear': loopsOfNnLinear, columns: loopsOfColumns },
  products: { handout: products, 'nn.Linear': productsOfNnLinear, columns: productsOfColumns },
} satisfies Record<string, Record<LayerLetters, string>>
const titles = { loops: words.loopsTitle, products: words.productsTitle }

/** One of the two programs that are timed, in the reader's letters. */
export const programIn = (which: keyof typeof texts, letters: LayerLetters) => ({
  title: titles[which],
  text: shown(texts[which][letters]),
})
