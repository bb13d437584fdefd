import { parse, ParseError, tensor, type Env } from '@/autodiff'
import { parseNumber, ungrouped } from '@/figure/pure'
import { isEither, stepOf, type Quantity } from './digits'
import { words } from './words'

export type Misread = { error: string; suggestions: readonly string[] }

type Options = {
  /** Whether it counts something: then a comma groups thousands, and a point may do so elsewhere. */
  count?: boolean
  /** Sizes that may be named, as in D*M. */
  at?: Env
}

const limit = 1e18

/** A number, or arithmetic that comes to one, such as −0.5, 1.2e3, 2/3, 5·10⁻³, 20,000 + 4,000 or Δy = 0.12. */
export function readQuantity(text: string, { count = false, at = {} }: Options = {}): Quantity | Misread {
  const digits = text.trim()
  const plain = parseNumber(count ? ungrouped(digits) : digits, -limit, limit)
  // Of 4,000 nobody knows whether it is four or four thousand; the reader of formulas asks.
  if ('value' in plain && (count || !isEither(digits))) return { value: plain.value, step: stepOf(digits) }
  const names = Object.keys(at).filter((name) => /^[A-Z]$/.test(name))
  try {
    const product = digits.replace(/(\d)\s*[xX]\s*(?=\d)/g, '$1*')
    const { f } = parse(product, { names, numbers: true, commas: count ? 'count' : 'ask' })
    const value = f(Object.fromEntries(names.map((name) => [name, at[name] ?? tensor(NaN)])))
    const [found] = value.data
    if (value.size === 1 && found !== undefined && Number.isFinite(found)) return { value: found, step: 0 }
  } catch (error) {
    if (
      error instanceof ParseError &&
      error.suggestions.length > 0 &&
      !error.message.startsWith(words.noValue)
    )
      return { error: error.message, suggestions: error.suggestions }
  }
  const numeric = 'error' in plain && /^[\d\s.,()+\-−*/^]*$/.test(digits)
  const error = numeric ? plain.error : words.noNumber(digits)
  return { error, suggestions: [] }
}
