import { pieces, type Piece } from '@/autodiff'

const signs: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '−',
  '=': '=',
  '>': '>',
  '\\cdot': '·',
  '\\odot': '⊙',
  '\\otimes': '⊗',
  '\\times': '×',
  '\\mid': '|',
}
const letters: Readonly<Record<string, string>> = {
  '\\pi': 'π',
  '\\sigma': 'σ',
  '\\infty': '∞',
  '\\partial': '∂',
}
/** What stands upright: a transpose, a sum. */
const marks: Readonly<Record<string, string>> = { '\\top': '⊤', '\\sum': 'Σ' }
const isSum = (piece: Piece | undefined) => piece?.kind === 'mark' && piece.text === 'Σ'
/** A sign with nothing before it stands close to what follows. */
const unary = (piece: Piece): Piece => (piece.kind === 'sign' ? pieces.mark(piece.text) : piece)

/**
 * Reads the TeX that derivations are written in (see `derive`): formulas of the core and lines that a reader typed come
 * as pieces, and need no reading. What it does not know is drawn by its name.
 */
export function readTex(source: string): Piece {
  const tokens: readonly string[] = source.match(/\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S|\s+/gu) ?? []
  let at = 0
  let indices = 0
  const skip = () => {
    while (/^\s/.test(tokens[at] ?? '')) at++
  }
  const row = (...ends: string[]): Piece => {
    const of: Piece[] = []
    for (skip(); at < tokens.length && !ends.includes(tokens[at] ?? ''); skip()) {
      const next = of.length ? piece() : unary(piece())
      const apart =
        next.kind === 'mark' && next.text === ','
          ? indices === 0
          : next.kind === 'lowered' && isSum(of.at(-1))
      of.push(next, ...(apart ? [pieces.space()] : []))
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'row', of }
  }
  const group = (): Piece => {
    skip()
    if (tokens[at] !== '{') return piece()
    at++
    const of = row('}')
    at++
    return of
  }
  const word = (): string => {
    at++
    const end = tokens.indexOf('}', at)
    const text = tokens.slice(at, end).join('').replaceAll('\\_', '_')
    at = end + 1
    return text
  }
  const fence = (): Piece => {
    const open = tokens[at++] ?? ''
    const of = row('\\right')
    const close = tokens[at + 1] ?? ''
    at += 2
    return { kind: 'fenced', open, close, of }
  }
  const table = (): Piece => {
    const name = word()
    const rows: Piece[][] = [[]]
    while (at < tokens.length && tokens[at] !== '\\end') {
      rows.at(-1)?.push(row('&', '\\\\', '\\end'))
      if (tokens[at] === '\\\\') rows.push([])
      if (tokens[at] !== '\\end') at++
    }
    at++
    word()
    return { kind: 'table', fence: name !== 'aligned', rows }
  }
  const piece = (): Piece => {
    const token = tokens[at++] ?? ''
    if (token === '{') {
      at--
      return group()
    }
    if (token === '^') return { kind: 'raised', of: group() }
    if (token === '_') {
      indices++
      const of = group()
      indices--
      return { kind: 'lowered', of }
    }
    switch (token) {
      case '\\frac':
        return { kind: 'fraction', over: group(), under: group() }
      case '\\sqrt':
        return { kind: 'root', of: group() }
      case '\\left':
        return fence()
      case '\\begin':
        return table()
      case '\\htmlClass':
        return { kind: 'hue', role: word(), of: group() }
      case '\\operatorname':
        return pieces.named(word())
      case '\\text':
      case '\\mathit':
      case '\\mathbf':
        return pieces.word(word())
      case '\\,':
        return pieces.space()
      case '\\quad':
        return pieces.space(true)
    }
    const mark = marks[token]
    if (mark !== undefined) return pieces.mark(mark)
    const sign = signs[token]
    if (sign !== undefined) return { kind: 'sign', text: sign }
    const letter = letters[token] ?? pieces.greek.get(token.slice(1))
    if (letter !== undefined) return { kind: 'letter', text: letter }
    if (token.startsWith('\\')) return pieces.named(token.slice(1))
    return { kind: /\d/.test(token) ? 'number' : /\p{L}/u.test(token) ? 'letter' : 'mark', text: token }
  }
  return row()
}
