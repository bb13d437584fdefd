import type { Token } from '@/plot/code'
import type { Numbers } from '@/topics/linear-layer/model'

type Role = Exclude<Token['role'], undefined>

/** What a statement says in the book's notation. */
export type Formula =
  | 'x'
  | 'w'
  | 'c'
  | 't'
  | 'oneHot'
  | 'y'
  | 'shifted'
  | 'logP'
  | `L ${'weighted' | 'squared' | 'softmax'}`
  | `dy ${'weighted' | 'squared' | 'softmax'}`
  | 'dx'
  | 'dw'
  | 'pull'
  | 'backward'

/** One statement, or what a program needs round them; a gap above starts a paragraph. */
export type Line<F extends string = string> = { tokens: Token[]; formula?: F; sym?: string; gap: boolean }

const symbols = /\b(d?[xwybW]|L)\b/

const roleOf = (sym: string): Role => {
  const letter = sym.startsWith('d') ? sym.slice(1) : sym
  return letter === 'b' ? 'w' : (letter as Role)
}

/** The weights are one symbol, under either letter. */
const symOf = (name: string) => name.replace('W', 'w')

/** Code as tokens: the symbols of the layer carry their key and hue. */
export const code = (text: string): Token[] =>
  text
    .split(symbols)
    .map((piece, i): Token =>
      i % 2 ? { text: piece, sym: symOf(piece), role: roleOf(symOf(piece)) } : { text: piece },
    )
    .filter((token) => token.text !== '')

export const comment = (text: string): Token[] => [{ text, role: 'comment' }]

type TableOptions = {
  /** What the entries stand for: `x` makes them x.1.1, x.1.2, …; none for numbers without a symbol. */
  sym?: string
  /** The symbol's entries lie the other way round. */
  turned?: boolean
  literal: (value: number) => string
  /** What stands between two rows: a line break and what indents the next. */
  newline: string
  role?: Role
}

/** Rows of numbers as nested brackets, each number a token of its own. */
export function table(
  values: Numbers,
  { sym, turned = false, literal, newline, role }: TableOptions,
): Token[] {
  const plain = (text: string): Token => ({ text, ...(role === 'comment' && { role }) })
  const hue = role ?? (sym === undefined ? undefined : roleOf(sym))
  const entry = (value: number, i: number, j: number): Token => ({
    text: literal(value),
    ...(sym !== undefined && { sym: turned ? `${sym}.${j + 1}.${i + 1}` : `${sym}.${i + 1}.${j + 1}` }),
    ...(hue !== undefined && { role: hue }),
  })
  const row = (numbers: readonly number[], i: number) => [
    plain(i === 0 ? '[' : `,${newline}[`),
    ...numbers.flatMap((value, j) => (j === 0 ? [entry(value, i, j)] : [plain(', '), entry(value, i, j)])),
    plain(']'),
  ]
  return [plain('['), ...values.flatMap(row), plain(']')]
}

/** A statement from code and tokens. Its symbol is the first one in it: what it assigns. */
export function line<F extends string>(formula: F | undefined, ...parts: (string | Token[])[]): Line<F> {
  const tokens = parts.flatMap((part) => (typeof part === 'string' ? code(part) : part))
  const sym = formula && tokens.find((token) => token.sym !== undefined)?.sym?.split('.')[0]
  return { tokens, gap: false, ...(formula && { formula }), ...(sym && { sym }) }
}

/** A line that states nothing of the mathematics: an import, a print. */
export const plain = (...parts: (string | Token[])[]): Line<never> => line<never>(undefined, ...parts)

/** Paragraphs of statements, as one list. */
export const paragraphs = <F extends string>(...of: Line<F>[][]): Line<F>[] =>
  of.flatMap((lines, k) => lines.map((each, i) => ({ ...each, gap: k > 0 && i === 0 })))

/** The program as a reader would save it. */
export const toText = (lines: readonly Line[]): string =>
  lines.map(({ tokens, gap }) => `${gap ? '\n' : ''}${tokens.map(({ text }) => text).join('')}\n`).join('')
