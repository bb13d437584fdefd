/** What a figure holds: a few numbers, kept in its link. */
export * as fields from './fields'
export type { Bounds, Field, Fields } from './fields'
export { asksForState, figureIn, openLink } from './figureIn'
export { HushContext, useHush } from './hush'
export { keptNow, readKept, replaceKept, unread } from './kept'
export { layerLetters, layouts, type LayerLetters, type Layout, type Shown } from './letters'
export { layoutNames, letterChoices, letterNames } from './words'
export { fromLink, toLink, type Readable } from './link'
export {
  keepNothing,
  preferences,
  readPreferences,
  setProgress,
  setTheme,
  setAnswer,
  setLayer,
  setLayout,
  setPractice,
  setPrograms,
  setWait,
  type Preferences,
  type Theme,
} from './preferences'
export { useFigure, type Bound, type FigureHandle, type FigureProps, type FigureSpec } from './useFigure'
export { useWarn, WarnContext } from './warn'
export { useFigureState } from './useFigureState'
export { linkOf, watch } from './awake'
export { scores, useScore } from './score'
