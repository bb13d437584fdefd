/** What models take from here: it leads to no React. */
export * as fields from './state/fields'
export type { Bounds, Field, Fields } from './state/fields'
export { spoken, symText } from './frame/symbol'
export { clamp, largest, parseNumber, tidy, ungrouped } from './controls/number'
export { withEntry } from './grid/grid'
export { bounds, ofCurve, tooMuch } from './formula/bounds'
export {
  functionFrom,
  longestFormula,
  readFunction,
  type Fn,
  type Preset,
  type Reading,
} from './formula/expression'
export { spelled, type Spelled } from './formula/spelling'
export { tex, type TexNode } from './formula/typeset'
export { quickest } from './task/quickest'
export { openWorker, serve, type Conversation } from './task/task'
export { layerLetters, layouts, type LayerLetters, type Layout, type Shown } from './state/letters'
export { layoutNames, letterNames } from './state/words'
