import { num } from '@/plot/format'
import { sentence as quotientSays } from '@/topics/quotient/words'
import { asQuotient, type Scene, type State } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  title: 'Under the glass',
  asPower: 'h, as a power of ten',
  read: (f: string) => `f of x is ${f}`,
  quotientIs: (value: string) => `f of x plus h, less f of x, divided by h is ${value}`,
  whole: (x: number, h: number) =>
    `The whole curve; a frame round x = ${num(x)} shows what the window shows, ${num(1 / h, 2)} times as large`,
  wholeAxis: 'the whole curve',
}

/** What is happening now. */
export const sentence = (state: State, scene: Scene) => quotientSays(asQuotient(state), scene)
