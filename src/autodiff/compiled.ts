/** A function traced once and run again and again with nothing made anew, beside the core: for training. */
export { compiled, type Compiled } from './fast/compiled.ts'
