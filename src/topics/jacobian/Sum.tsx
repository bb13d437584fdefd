import { Fragment } from 'react'
import { written } from '@/plot/equation'

/** Two factors whose product is a term of the sum. */
export type Term = readonly [number, number]

const longest = 8

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

/**
 * The sum's parts, and its total with the sign that is true of them: terms that count in full, zero terms counted, and of a
 * sum too long to read the first terms.
 */
function printed(terms: readonly Term[], total: number) {
  const counting = terms.filter(([a, b]) => a !== 0 && b !== 0)
  const more = Math.max(0, counting.length - longest)
  const zeros = terms.length - counting.length
  const { terms: all, sign, text } = written(counting, total)
  const parts = all.slice(0, longest)
  if (more) parts.push(count(more, 'more term'))
  if (zeros) parts.push(count(zeros, 'zero term'))
  return { parts, sign, text }
}

/** The sum as it is said: "0.4 · 0.1 + … = 0.2". */
export function sumText(terms: readonly Term[], total: number): string {
  const { parts, sign, text } = printed(terms, total)
  return `${parts.join(' + ')} ${sign} ${text}`
}

/** One output entry as the sum it is: terms that count in full, zero terms counted. */
export function Sum({ terms, total }: { terms: readonly Term[]; total: number }) {
  const { parts, sign, text } = printed(terms, total)
  return (
    <>
      <span>=</span>
      {parts.map((part, k) => (
        <Fragment key={k}>
          {k > 0 && <span>+</span>}
          <span className={/ terms?$/.test(part) ? 'term zeros' : 'term'}>{part}</span>
        </Fragment>
      ))}
      <span>{sign}</span>
      <b>{text}</b>
    </>
  )
}
