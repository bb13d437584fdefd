import { asGood, factor, inFull, num, readBack, settled } from './format'

/** The value that stands on the page once a number is printed. */
export const onPage = (value: number, significant = 4) => readBack(num(value, significant))

export type Result = { sign: '=' | '≈'; text: string }

/** The most digits that a result is given so that an equation closes. */
const most = 7

/**
 * The right side of an equation whose left side comes to `left` on a reader's calculator: with = if the printed numbers
 * give it, some digits longer if they then do, else with ≈.
 */
export function result(left: number, total: number, significant = 4): Result {
  const value = asGood(left, total) ? left : settled(total)
  for (let digits = significant; digits <= most; digits++) {
    const text = num(settled(value), digits)
    if (inFull(left, text)) return { sign: '=', text }
  }
  return { sign: '≈', text: num(settled(total), significant) }
}

/** A sum of products as it is read out. */
const aloud = (sum: string) => sum.replaceAll(' · ', ' times ').replaceAll(' + ', ' plus ')
/** The signs of a result as words. */
export const isSaid = { '=': 'is', '≈': 'is about' } as const

export type Written = Result & {
  /** "0.5 · 1.2", "(−1) · 0.4". */
  terms: string[]
  /** What the printed terms come to. */
  left: number
  /** "0.5 · 1.2 + (−1) · 0.4 = 0.2". */
  whole: string
  /** The same for the ear. */
  spoken: string
}

/** A sum of products that holds for the numbers as they are printed; a term of one factor is that number. */
export function written(products: readonly (readonly number[])[], total: number, significant = 4): Written {
  const terms = products.map((factors) => factors.map((value) => factor(value, significant)).join(' · '))
  const left = products.reduce(
    (sum, factors) => sum + factors.reduce((product, value) => product * onPage(value, significant), 1),
    0,
  )
  const right = result(left, total, significant)
  const sum = terms.join(' + ')
  return {
    ...right,
    terms,
    left,
    whole: `${sum} ${right.sign} ${right.text}`,
    spoken: `${aloud(sum)} ${isSaid[right.sign]} ${right.text}`,
  }
}
