import { primitives } from '../ops/primitives.ts'
import { nearest } from './error.ts'
import { without } from './spellings.ts'
import { replaced, type Span } from './tokens.ts'

interface Unknown {
  readonly message: string
  readonly expected: string
  readonly suggestions: readonly string[]
}

/** What to say of a word without a meaning: only what exists and is near is suggested, and no function for another. */
export function unknownWord(
  source: string,
  { text, span }: { readonly text: string; readonly span: Span },
  kind: 'function' | 'value',
  known: readonly string[] | undefined,
): Unknown {
  const put = (word: string): string => replaced(source, span, word)
  const nothing = `There is no ${kind} “${text}”`
  if (text === 'step')
    return { message: `${nothing}: a step at 0 is x > 0.`, expected: `a known ${kind}`, suggestions: [] }
  if (/^(and|or|not|if|else)$/.test(text)) {
    const message = `${nothing}: both hold where (x > 0) * (x < 1) is 1, and where(condition, a, b) chooses.`
    return { message, expected: `a known ${kind}`, suggestions: [] }
  }
  if (/^[Σ∑]/.test(text))
    return { message: `${nothing}: a sum over rows is sum(…, axis=0).`, expected: 'sum(…)', suggestions: [] }
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d+)$/u.exec(text) ?? []
  if (kind === 'value' && known?.includes(letters)) {
    const [power, scaled] = [`${letters}^${digits}`, `${digits}${letters}`]
    const message = `${nothing}: write ${power} for a power, ${scaled} for a multiple.`
    return { message, expected: power, suggestions: [put(power), put(scaled)] }
  }
  const near = without.has(text) ? undefined : nearest(text, candidates(kind, known))
  if (near === undefined) return { message: `${nothing}.`, expected: `a known ${kind}`, suggestions: [] }
  return { message: `${nothing}: did you mean “${near}”?`, expected: near, suggestions: [put(near)] }
}

const candidates = (kind: 'function' | 'value', known: readonly string[] | undefined): readonly string[] =>
  kind === 'function' ? [...primitives.keys()] : [...(known ?? []), ...primitives.keys()]
