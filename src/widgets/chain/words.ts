import { num } from '@/plot/format'
import type { State, Scene } from './model'
import { written } from '@/plot/equation'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  rateOf: (name: string) => `Rate of ${name}`,
  noRate: 'no rate',
  picture: 'x and the nudge Δx',
  read: (y: string, z: string) => `y is ${y}, z is ${z}`,
  rule: (numbers: string) => `The rate of z by x is the rate of z by y times the rate of y by x: ${numbers}`,
  product: 'Product of the two rates',
  whole: 'Rate of g(f(x)) as one function',
  swapped: 'Rate with the order swapped, f(g(x))',
  title: 'Chain',
  send: 'Send the nudge',
  swap: 'Swap f and g',
}

/** What the rule leaves open where a link has no rate, and what is so all the same. */
function withoutRate(z: number | undefined, whole: number | undefined): string {
  if (z === undefined) return 'The chain has no value there.'
  const open = 'The rule asks for a rate of each link, and promises nothing without.'
  return whole === undefined
    ? `${open} Here z, as a function of {x}, has no rate either.`
    : `${open} Here z, as a function of {x}, has one all the same: ${num(whole)}.`
}

/** What is happening now. */
export function sentence({ x, dx }: State, { rates, product, whole, z, trouble, dz }: Scene): string {
  if (trouble && trouble.slope === undefined) return `${trouble.sentence} ${withoutRate(z, whole)}`
  if (rates.f === undefined || rates.g === undefined || product === undefined)
    return `At {x} = ${num(x)} the chain has no value all the way through.`
  if (rates.f === 0 || rates.g === 0) {
    const [which, other] = rates.f === 0 ? ['first', 'second'] : ['second', 'first']
    return `The ${which} link has rate 0, so the whole has rate 0, whatever rate the ${other} has. Of a nudge, only a remainder comes through.`
  }
  const start = `A nudge of ${num(dx)} is stretched by ${num(rates.f)}, then by ${num(rates.g)}`
  const end = `so z moves by about ${written([[product, dx]], product * dx).whole}`
  return `${start}, ${end}. In truth: ${dz.true === undefined ? 'there is no value at the far end' : num(dz.true)}.`
}
