import { callOf, numberOf, type Ast } from './ast.ts'
import type { Span } from './tokens.ts'

/** A value with a letter for each of its axes. */
interface Lettered {
  readonly ast: Ast
  readonly letters: string
}

const has = (letters: string) => (letter: string) => letters.includes(letter)
const isPlain = (letters: string): boolean => letters.length <= 2 && new Set(letters).size === letters.length

/** The letters that stand once, by the alphabet: the output where no arrow names one. */
const implicit = (inputs: string): string =>
  [...inputs]
    .filter((letter) => inputs.split(letter).length === 2)
    .sort()
    .join('')

/**
 * What einsum('nd,nm->dm', x, dy) is in the book's words, x.T @ dy: for one or two values with at most two axes each.
 * Undefined where no product, transpose or sum says the same.
 */
export function contracted(subscripts: string, args: readonly Ast[], span: Span): Ast | undefined {
  const [inputs = '', given] = subscripts.replace(/\s/g, '').split('->')
  const letters = inputs.split(',')
  const output = given ?? implicit(letters.join(''))
  const all = letters.join('')
  if (!/^[a-zA-Z,]*$/.test(inputs) || letters.length !== args.length || letters.length > 2) return undefined
  if (![...letters, output].every(isPlain) || ![...output].every(has(all))) return undefined
  const [first, second] = args.map((ast, k): Lettered => ({ ast, letters: letters[k] ?? '' }))
  if (!first) return undefined
  if (!second) return turned(summed(first, output, span), output, span)?.ast
  // What one value alone has and the output lacks is summed before they meet.
  const a = summed(first, output + second.letters, span)
  const b = summed(second, output + first.letters, span)
  return turned(product(a, b, output, span), output, span)?.ast
}

function product(a: Lettered, b: Lettered, output: string, span: Span): Lettered | undefined {
  const shared = [...a.letters].filter(has(b.letters))
  const inner = shared.filter((letter) => !output.includes(letter))
  const [over] = inner
  if (shared.length === 1 && over !== undefined) {
    const left = turned(a, a.letters.replace(over, '') + over, span)
    const right = turned(b, over + b.letters.replace(over, ''), span)
    if (!left || !right) return undefined
    const letters = (left.letters + right.letters).replaceAll(over, '')
    // The product in the order that the output has, so that nothing is turned twice.
    if (letters !== output && letters.length === 2) {
      const [l, r] = [
        turned(b, b.letters.replace(over, '') + over, span),
        turned(a, over + a.letters.replace(over, ''), span),
      ]
      if (l && r) return { ast: callOf(span, 'matmul', [l.ast, r.ast]), letters: output }
    }
    return { ast: callOf(span, 'matmul', [left.ast, right.ast]), letters }
  }
  if (shared.length === 0)
    return a.letters.length === 1 && b.letters.length === 1
      ? { ast: callOf(span, 'outer', [a.ast, b.ast]), letters: a.letters + b.letters }
      : a.letters === '' || b.letters === ''
        ? { ast: callOf(span, 'mul', [a.ast, b.ast]), letters: a.letters + b.letters }
        : undefined
  return entrywise(a, b, output, span)
}

/** Values that meet entry by entry, then summed over what the output lacks; a vector meets the last axis. */
function entrywise(a: Lettered, b: Lettered, output: string, span: Span): Lettered | undefined {
  const [long, short] = a.letters.length < b.letters.length ? [b, a] : [a, b]
  const like = short.letters.length === long.letters.length ? turned(short, long.letters, span) : short
  if (!like || !long.letters.endsWith(like.letters)) return undefined
  const args = long === a ? [long.ast, like.ast] : [like.ast, long.ast]
  return summed({ ast: callOf(span, 'mul', args), letters: long.letters }, output, span)
}

function summed(of: Lettered, kept: string, span: Span): Lettered {
  const axes = [...of.letters].flatMap((letter, axis) => (kept.includes(letter) ? [] : [axis]))
  if (axes.length === 0) return of
  const [axis = 0] = axes
  const settings = axes.length === of.letters.length ? [] : [['axis', numberOf(span, axis)] as const]
  return {
    ast: callOf(span, 'sum', [of.ast], new Map(settings)),
    letters: [...of.letters].filter(has(kept)).join(''),
  }
}

function turned(of: Lettered | undefined, letters: string, span: Span): Lettered | undefined {
  if (!of || of.letters === letters) return of
  return [...of.letters].reverse().join('') === letters
    ? { ast: callOf(span, 'transpose', [of.ast]), letters }
    : undefined
}
