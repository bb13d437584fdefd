/** Sums of products by Einstein's rule. */
export { einsum } from '../ops/einsum.ts'
