import { num } from '@/plot/format'
import type { State, Scene } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  function: 'Function',
  direction: 'direction',
  length: 'length',
  take: 'Take the gradient as g',
  directionOfH: 'The direction of h',
  degrees: (turn: number) => `${num(turn)} degrees`,
  map: 'Map of y round x: the nudge h, all nudges of its length, and the vector g',
  printedFull: 'As printed: f(x+h) − f(x), divided by the length of h',
  printed: 'as printed',
  onCurve: 'Direction of h, on the curve',
  printedPlot: 'The printed quotient against the direction of h',
  atThisH: 'at this h',
  limit: 'what it tends to',
  rightFull: 'Put right: how far f(x+h) − f(x) − g·h is from 0, divided by the length of h',
  right: 'put right',
  missPlot: 'What g misses against the direction of h',
  directionAxis: 'direction of h',
  alongH: 'printed, along h',
  otherWay: 'printed, the other way',
  worst: 'put right: worst miss',
  tendsTo: 'tends to',
  inDegrees: 'Direction of h in degrees',
  lengthOf: 'Length of h',
  title: 'Two definitions, one nudge',
  bowl: 'Bowl',
  saddle: 'Saddle',
  cone: 'Cone, at its tip',
}

/** To four places: below them, what is left of h is no news. */
export const rounded = (value: number) => num(Number(value.toFixed(4)))

/** What the reader sees, for any numbers. */
export function sentence({ turn, g1, g2 }: State, { limit, right, gradient }: Scene): string {
  const printed = `With h at ${num(turn)}° the printed quotient tends to ${rounded(limit.here)}, with h the other way to ${rounded(limit.opposite)}.`
  const g = `g = (${num(g1)}, ${num(g2)})`
  if (right.holds) return `${printed} For ${g} the miss goes to 0 in every direction: this is the gradient.`
  const worst = `the miss stays at ${rounded(right.finest)} in some direction`
  if (!gradient)
    return `The printed quotient tends to ${rounded(limit.here)} in every direction, and yet there is no gradient here: for ${g} ${worst}, and no other g does away with that.`
  return `${printed} For ${g} ${worst}, however small h is: this is not the gradient.`
}
