/**
 * Tensors, ops on them, and derivatives of any function made of these ops. Names follow JAX. Nothing here knows of a
 * browser. The doors are those of the package too (package.json), which a page can take one by one.
 */
export * from './doors/core.ts'
export * from './doors/einsum.ts'
export * from './doors/check.ts'
export * from './doors/graph.ts'
export * from './doors/parse.ts'
export { pieces } from './core/index.ts'
export { entryOf, nth, nthOr } from './core/entry.ts'
