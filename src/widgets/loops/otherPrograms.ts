/* oxlint-disable import/default -- Vite makes texts of them */
import loopsOfColumns from './byLoops.columns?raw'
import loopsOfNnLinear from './byLoops.nnLinear?raw'
import productsOfColumns from './byProducts.columns?raw'
import productsOfNnLinear from './byProducts.nnLinear?raw'
/* oxlint-enable import/default */

/** The programs that are timed, in other letters than the handout's. */
export const otherPrograms = {
  'nn.Linear': { loops: loopsOfNnLinear, products: productsOfNnLinear },
  columns: { loops: loopsOfColumns, products: productsOfColumns },
}
