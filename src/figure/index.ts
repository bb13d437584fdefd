/** What all figures share, room by room. What leads to no React stands in `pure.ts` too: the door for models. */
export * from './state'
export * from './frame'
export * from './controls'
export * from './grid'
export * from './formula'
export * from './task'
