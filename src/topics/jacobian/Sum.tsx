import { Fragment } from 'react'
import { factor, num, settled } from '@/plot/format'

/** Two factors whose product is a term of the sum. */
export type Term = readonly [number, number]

const longest = 8

/** The terms that count, and how many are left out for being zero; a sum too long to read keeps its first terms. */
export function shown(terms: readonly Term[]) {
  const counting = terms.filter(([a, b]) => a !== 0 && b !== 0)
  return {
    first: counting.slice(0, longest),
    more: Math.max(0, counting.length - longest),
    zeros: terms.length - counting.length,
  }
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

/** The sum as it is said: "0.4 times 0.1 plus … equals 0.2". */
export function sumText(terms: readonly Term[], total: number): string {
  const { first, more, zeros } = shown(terms)
  const parts = first.map(([a, b]) => `${factor(a)} · ${factor(b)}`)
  if (more) parts.push(count(more, 'more term'))
  if (zeros) parts.push(count(zeros, 'zero term'))
  return `${parts.join(' + ')} = ${num(settled(total))}`
}

/** One output entry as the sum it is: terms that count in full, zero terms counted. */
export function Sum({ terms, total }: { terms: readonly Term[]; total: number }) {
  const { first, more, zeros } = shown(terms)
  const parts = first.map(([a, b]) => `${factor(a)} · ${factor(b)}`)
  if (more) parts.push(count(more, 'more term'))
  if (zeros) parts.push(count(zeros, 'zero term'))
  return (
    <>
      <span>=</span>
      {parts.map((part, k) => (
        <Fragment key={k}>
          {k > 0 && <span>+</span>}
          <span className={/ terms?$/.test(part) ? 'term zeros' : 'term'}>{part}</span>
        </Fragment>
      ))}
      <span>=</span>
      <b>{num(settled(total))}</b>
    </>
  )
}
