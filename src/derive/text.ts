import { compound, fraction, type Letters } from './letters.ts'
import { axisOf, call, pow, sum, substitute, type Expr, type Row, num, mul, at } from './tree.ts'

/** What may stand around it without brackets: 0 a sum of terms, 1 a product, 2 a power's base. */
type Room = 0 | 1 | 2

const signs: Readonly<Record<string, string>> = { greater: '>', equal: '==' }

/** A softmax at a place that is no letter, written out. */
export const writtenOut = (row: Row): Expr => {
  const there = row.at ? substitute(row.body, new Map([[row.over.id, row.at]])) : row.body
  return mul(call('exp', there), pow(sum([row.over], call('exp', row.body)), num(-1)))
}

const bracket = (inner: string, when: boolean): string => (when ? `(${inner})` : inner)

function product(of: readonly Expr[], letters: Letters, room: Room): string {
  const { value, above, below } = fraction(of)
  const sign = value < 0 ? '-' : ''
  const size = Math.abs(value)
  const texts = above.map((f, k) =>
    bracket(
      text(f, letters, 1),
      (f.kind === 'sum' || f.kind === 'row') && (k < above.length - 1 || below.length > 0),
    ),
  )
  const top = [...(size === 1 && texts.length ? [] : [String(size)]), ...texts].join(' ')
  const under = below.map((f) => text(f, letters, 2))
  const bottom = under.length > 1 ? `(${under.join(' ')})` : under[0]
  return bracket(
    sign + top + (bottom === undefined ? '' : ` / ${bottom}`),
    room === 2 || (sign !== '' && room > 0),
  )
}

function terms(of: readonly Expr[], letters: Letters): string {
  return of
    .map((term, k) => {
      const one = text(term, letters, 0)
      return k === 0 ? one : one.startsWith('-') ? ` - ${one.slice(1)}` : ` + ${one}`
    })
    .join('')
}

/** An expression in plain text, which the reader of layers takes back. */
export function text(e: Expr, letters: Letters, room: Room = 0): string {
  switch (e.kind) {
    case 'num':
      return bracket(String(e.value), e.value < 0 && room > 0)
    case 'size':
      return bracket(String(e.dim), compound(e.dim) && room > 0)
    case 'entry':
      return e.at.length ? `${e.name}[${e.at.map((index) => letters.index(index)).join(',')}]` : e.name
    case 'delta':
      return `δ[${letters.index(e.a)},${letters.index(e.b)}]`
    case 'sum':
      return bracket(
        `${e.over.map((a) => `Σ_${letters.of(a)}`).join(' ')} ${text(e.body, letters, 1)}`,
        room === 2,
      )
    case 'mul':
      return product(e.of, letters, room)
    case 'add':
      return bracket(terms(e.of, letters), room > 0)
    case 'pow':
      if (e.power.kind === 'num' && e.power.value < 0) return product([e], letters, room)
      return bracket(`${text(e.base, letters, 2)}^${text(e.power, letters, 2)}`, room === 2)
    case 'call': {
      const args = e.of.map((arg) => text(arg, letters, 0))
      const sign = signs[e.fn]
      return sign
        ? `(${e.of.map((arg) => text(arg, letters, 2)).join(` ${sign} `)})`
        : `${e.fn}(${args.join(', ')})`
    }
    case 'row': {
      const letter = e.at && axisOf(e.at)
      if (e.fn === 'softmax' && !letter) return text(writtenOut(e), letters, room)
      const over = letter ?? e.over
      const body = letter ? substitute(e.body, new Map([[e.over.id, at(letter)]])) : e.body
      return bracket(`${e.fn}_${letters.of(over)}(${text(body, letters)})`, room === 2)
    }
    case 'partial':
      return `∂${text(e.of, letters)}/∂${text(e.by, letters)}`
  }
}
