/** Every op. The table of primitives, and the names a formula may use, are read off these exports. */
export * from './usual.ts'
export { einsum } from './einsum.ts'
