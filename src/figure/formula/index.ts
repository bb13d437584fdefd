/** Functions that are written once, and formulas set at build time. */
export { aloud } from './aloud'
export { Beside } from './Beside'
export { Equation } from './Equation'
export {
  formulaOf,
  functionFrom,
  longestFormula,
  readFunction,
  tooLong,
  type Fn,
  type Preset,
  type Reading,
} from './expression'
export { Formula } from './Formula'
export { readTex } from './readTex'
export { spelled } from './spelling'
export { useFormulaField } from './useFormulaField'
export { FunctionField } from './FunctionField'
export { Spoken } from './Spoken'
export { Tex } from './Tex'
export { tex, type TexNode } from './typeset'
