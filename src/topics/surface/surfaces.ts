import { words } from './words'
/** The square that a figure of two inputs shows, from −extent to extent on both axes. */
export const extent = 2.5
/** How far from 0 each input may go; a nudge of length 1 then stays in the picture. */
export const reach = 1.5

/** Functions of two inputs worth looking at. */
export const surfaces = [
  { source: '(x1^2 + 2x2^2)/2', name: words.bowl },
  { source: 'x1 x2', name: words.saddle },
  { source: '(1 - x1)^2 + 5(x2 - x1^2)^2', name: words.valley },
  { source: '2 - abs(x1) - x2^2/4', name: words.ridge },
] as const
