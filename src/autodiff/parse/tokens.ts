import { ParseError } from './error.ts'

/** A place in the source: the first character, and the one after the last. */
export type Span = readonly [start: number, end: number]

export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end'
  readonly text: string
  readonly span: Span
}

// Lm, the class of ᵀ, is left out of names; the last alternative takes one character, to be refused below.
const pattern =
  /(?<space>\s+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{Lu}\p{Ll}\p{Lo}_∂∑][\p{Lu}\p{Ll}\p{Lo}\p{Nd}_∂₀-₉]*)|(?<symbol>\.T(?![\p{L}\p{Nd}_])|\*\*|[-+*/^@()[\],:=<>·⋅⊙×÷−–ᵀ²³])|(?<other>.)/gsu

/** Spellings that mean the same, so that text pasted from a book or from NumPy reads alike. */
const same: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '**': '^',
  '⋅': '·',
  '×': '*',
  '⊙': '*',
  '÷': '/',
  '.T': 'ᵀ',
}

/** What readers write by hand, and how it is typed here. */
const typed: Readonly<Record<string, string>> = { '|': 'abs(x) for |x|', '√': 'sqrt(x) for √x' }

function refused(text: string, span: Span): ParseError {
  const expected = 'a number, a name or an operator'
  const way = typed[text]
  if (way === undefined) return new ParseError(span, text, expected)
  const sentence = `Expected ${expected}, but found “${text}” at character ${span[0] + 1}: type ${way}.`
  return new ParseError(span, text, expected, sentence)
}

/** Cuts a formula into tokens, the last of them the end. A ParseError at a character that has no meaning. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: text, index, groups = {} } of source.matchAll(pattern)) {
    const span = [index, index + text.length] as const
    if (groups['other'] !== undefined) throw refused(text, span)
    if (groups['number'] !== undefined) tokens.push({ kind: 'number', text, span })
    else if (groups['name'] !== undefined) tokens.push({ kind: 'name', text: plain(text), span })
    else if (groups['symbol'] !== undefined) tokens.push({ kind: 'symbol', text: same[text] ?? text, span })
  }
  return [...tokens, { kind: 'end', text: '', span: [source.length, source.length] }]
}

/** w₁ and w1 are one name. */
const plain = (name: string): string =>
  name.replace(/[₀-₉]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x2080 + 0x30))
