/* oxlint-disable import/default -- Vite makes texts of them */
import type { LayerLetters } from '@/figure/pure'
import loops from './byLoops.handout?raw'
import products from './byProducts.handout?raw'
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

const titles = { loops: words.loopsTitle, products: words.productsTitle }
const ours = { loops, products }

let others: typeof import('./otherPrograms') | undefined

/** Fetches the programs in other letters; who keeps the handout's never does. */
export async function loadPrograms() {
  others ??= await import('./otherPrograms')
}

function textOf(which: keyof typeof ours, letters: LayerLetters): string {
  if (letters === 'handout') return ours[which]
  if (!others) throw new Error('The programs of other letters are not loaded: useLetters waits for them.')
  return others.otherPrograms[letters][which]
}

/** One of the two programs that are timed, in the reader's letters. */
export const programIn = (which: keyof typeof ours, letters: LayerLetters) => ({
  title: titles[which],
  text: shown(textOf(which, letters)),
})
