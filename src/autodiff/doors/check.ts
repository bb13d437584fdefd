/** Derivatives against differences, for one function or for every op there is. */
export { checkGrads, type Check, type CheckOptions, type CheckReport } from '../check/check.ts'
export { moving, random, sample, type Sample } from '../check/sample.ts'
export { primitives } from '../ops/primitives.ts'
