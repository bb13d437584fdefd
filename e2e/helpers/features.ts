import type { browsers } from '../../src/app/browsers'

type Since = Partial<Record<(typeof browsers)[number]['name'], number>>
type Feature = {
  name: string
  written: RegExp
  /** The first version of each browser that has it; without a version, none has. */
  since: Since
  /** What a reader has where it is missing. Without this sentence, every browser of the list must have it. */
  without?: string
}

/** What styles of late may ask of a browser. A line for each, to be added to when the book begins to use another. */
export const styling: Feature[] = [
  {
    name: 'color-mix()',
    written: /color-mix\(/,
    since: { Chrome: 111, Edge: 111, Firefox: 113, Safari: 16.2 },
  },
  {
    name: 'light-dark()',
    written: /light-dark\(/,
    since: { Chrome: 123, Edge: 123, Firefox: 120, Safari: 17.5 },
  },
  { name: ':has()', written: /:has\(/, since: { Chrome: 105, Edge: 105, Firefox: 121, Safari: 15.4 } },
  { name: 'nesting', written: /[{;}]\s*&/, since: { Chrome: 120, Edge: 120, Firefox: 117, Safari: 17.2 } },
  { name: 'subgrid', written: /subgrid/, since: { Chrome: 117, Edge: 117, Firefox: 71, Safari: 16 } },
  { name: '@container', written: /@container/, since: { Chrome: 105, Edge: 105, Firefox: 110, Safari: 16 } },
  { name: '@layer', written: /@layer/, since: { Chrome: 99, Edge: 99, Firefox: 97, Safari: 15.4 } },
  { name: '@property', written: /@property/, since: { Chrome: 85, Edge: 85, Firefox: 128, Safari: 16.4 } },
  { name: '@scope', written: /@scope/, since: { Chrome: 118, Edge: 118, Firefox: 146, Safari: 17.4 } },
  {
    name: '@starting-style',
    written: /@starting-style/,
    since: { Chrome: 117, Edge: 117, Firefox: 129, Safari: 17.5 },
  },
  {
    name: 'ranges of widths',
    written: /@media \((width|height)[<>]/,
    since: { Chrome: 104, Edge: 104, Firefox: 63, Safari: 16.4 },
  },
  { name: 'lh', written: /\d r?lh\b/, since: { Chrome: 109, Edge: 109, Firefox: 120, Safari: 16.4 } },
  { name: 'dvh', written: /\d[dsl]v[hw]\b/, since: { Chrome: 108, Edge: 108, Firefox: 101, Safari: 15.4 } },
  {
    name: 'round()',
    written: /:[^;}]*\bround\(/,
    since: { Chrome: 125, Edge: 125, Firefox: 118, Safari: 15.4 },
  },
  {
    name: 'anchor()',
    written: /anchor\(|anchor-name|position-area/,
    since: { Chrome: 125, Edge: 125, Safari: 26 },
  },
  { name: 'field-sizing', written: /field-sizing/, since: { Chrome: 123, Edge: 123, Safari: 26.2 } },
  { name: 'interpolate-size', written: /interpolate-size/, since: { Chrome: 129, Edge: 129 } },
  {
    name: 'animation-timeline',
    written: /(animation|scroll|view)-timeline/,
    since: { Chrome: 115, Edge: 115, Safari: 26 },
  },
  {
    name: 'text-wrap: balance',
    written: /text-wrap:\s*balance/,
    since: { Chrome: 114, Edge: 114, Firefox: 121, Safari: 17.5 },
    without: 'a title may end in a short line',
  },
  {
    name: 'text-wrap: pretty',
    written: /text-wrap:\s*pretty/,
    since: { Chrome: 117, Edge: 117, Safari: 26 },
    without: 'a paragraph may end in a short line',
  },
  {
    name: 'content-visibility',
    written: /content-visibility/,
    since: { Chrome: 85, Edge: 85, Firefox: 125, Safari: 18 },
    without: 'a long page is laid out at once',
  },
  {
    name: '::details-content',
    written: /::details-content/,
    since: { Chrome: 131, Edge: 131, Firefox: 143, Safari: 18.4 },
    without: 'a fold opens at once, or prints as it stands',
  },
  {
    name: 'scrollbar-width',
    written: /scrollbar-width/,
    since: { Chrome: 121, Edge: 121, Firefox: 64, Safari: 18.2 },
    without: 'a scroll bar is as wide as the system has it',
  },
]

/** The same for scripts: what their syntax does not show. */
export const scripting: Feature[] = [
  { name: 'popover', written: /showPopover/, since: { Chrome: 114, Edge: 114, Firefox: 125, Safari: 17 } },
  { name: 'Array.with', written: /\.with\(/, since: { Chrome: 110, Edge: 110, Firefox: 115, Safari: 16 } },
  {
    name: 'checkVisibility',
    written: /checkVisibility\(/,
    since: { Chrome: 105, Edge: 105, Firefox: 106, Safari: 17.4 },
  },
  {
    name: 'groupBy',
    written: /(Object|Map)\.groupBy/,
    since: { Chrome: 117, Edge: 117, Firefox: 119, Safari: 17.4 },
  },
  {
    name: 'withResolvers',
    written: /withResolvers/,
    since: { Chrome: 119, Edge: 119, Firefox: 121, Safari: 17.4 },
  },
  {
    name: 'operations of sets',
    written: /\.(isSubsetOf|isSupersetOf|symmetricDifference)\(/,
    since: { Chrome: 122, Edge: 122, Firefox: 127, Safari: 17 },
  },
  {
    name: 'helpers of iterators',
    written: /\.(values|keys|entries)\(\)\.(map|filter|some|every|find|toArray|reduce)\(/,
    since: { Chrome: 122, Edge: 122, Firefox: 131, Safari: 18.4 },
  },
  { name: 'URL.parse', written: /URL\.parse\(/, since: { Chrome: 126, Edge: 126, Firefox: 126, Safari: 18 } },
  {
    name: 'view transitions',
    written: /startViewTransition/,
    since: { Chrome: 111, Edge: 111, Firefox: 144, Safari: 18 },
  },
  {
    name: 'requestIdleCallback',
    written: /requestIdleCallback/,
    since: { Chrome: 47, Edge: 79, Firefox: 55 },
  },
  {
    name: 'moveBefore',
    written: /moveBefore/,
    since: { Chrome: 133, Edge: 133, Firefox: 144 },
    without: 'Preact asks whether it is there, and takes insertBefore else',
  },
]
