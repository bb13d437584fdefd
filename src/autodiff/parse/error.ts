import { nth } from '../core/entry.ts'
import type { Span } from './tokens.ts'

/** A formula that cannot be read: where, what stands there, what should, in one sentence as the message. */
export class ParseError extends Error {
  override readonly name = 'ParseError'
  /** Counted from 0; the message counts from 1. */
  readonly position: number

  constructor(
    readonly span: Span,
    readonly found: string,
    readonly expected: string,
    sentence?: string,
    /** What may have been meant: whole texts, to be put in the place of the one that was read. */
    readonly suggestions: readonly string[] = [],
  ) {
    const place = found ? `“${found}” at character ${span[0] + 1}` : 'the end'
    super(sentence ?? `Expected ${expected}, but found ${place}.`)
    this.position = span[0]
  }
}

/** The candidate nearest to a misspelt word, when it is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // A long word is no misspelt short one, and comparing takes as long as it is.
  if (word.length > 30) return undefined
  let best: string | undefined
  let least = Math.min(2, Math.floor(word.length / 2)) + 0.5
  for (const candidate of candidates) {
    // Of two as near, the one as long: “tahn” is tanh, not tan.
    const far =
      distance(word.toLowerCase(), candidate.toLowerCase()) +
      Math.min(0.4, 0.1 * Math.abs(word.length - candidate.length))
    if (far < least) [best, least] = [candidate, far]
  }
  return best
}

/** How many letters must be added, dropped, changed, or swapped with the next. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = [nth(row, j) + 1, nth(next, j - 1) + 1, nth(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost.push(nth(before, j - 2) + 1)
      next.push(Math.min(...cost))
    }
    before = row
    row = next
  }
  return nth(row, b.length)
}
