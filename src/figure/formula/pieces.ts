/** Mathematics as pieces to draw: what the TeX that the core writes is made of. */
export type Piece =
  | { readonly kind: 'letter' | 'roman' | 'sign' | 'space' | 'operator'; readonly text: string }
  | { readonly kind: 'row'; readonly of: readonly Piece[] }
  | { readonly kind: 'fraction'; readonly over: Piece; readonly under: Piece }
  | { readonly kind: 'root'; readonly of: Piece }
  | { readonly kind: 'raised' | 'lowered'; readonly of: Piece }
  | { readonly kind: 'fenced'; readonly open: string; readonly close: string; readonly of: Piece }
  | { readonly kind: 'hue'; readonly role: string; readonly of: Piece }
  | { readonly kind: 'table'; readonly fence: boolean; readonly rows: readonly (readonly Piece[])[] }

const signs: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '−',
  '=': '=',
  '>': '>',
  ',': ',',
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
  '\\top': '⊤',
  '\\partial': '∂',
  '\\sum': 'Σ',
}
const greek = 'αβγδεζηθικλμνξοπρστυφχψω'
const greekNames =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'
const greekOf = new Map(greekNames.split(' ').map((name, k) => [`\\${name}`, greek[k] ?? '']))

/** A sign with nothing before it stands close to what follows. */
const unary = (piece: Piece): Piece => (piece.kind === 'sign' ? { kind: 'roman', text: piece.text } : piece)

/** Reads the TeX that the core writes (see `toTex`); what it does not know is drawn by its name. */
export function readTex(source: string): Piece {
  const tokens: readonly string[] = source.match(/\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S|\s+/gu) ?? []
  let at = 0
  const skip = () => {
    while (/^\s/.test(tokens[at] ?? '')) at++
  }
  const row = (...ends: string[]): Piece => {
    const of: Piece[] = []
    for (skip(); at < tokens.length && !ends.includes(tokens[at] ?? ''); skip())
      of.push(of.length ? piece() : unary(piece()))
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
    if (token === '_') return { kind: 'lowered', of: group() }
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
        return { kind: 'operator', text: word() }
      case '\\text':
      case '\\mathit':
      case '\\mathbf':
        return { kind: 'roman', text: word() }
      case '\\,':
        return { kind: 'space', text: '\u2009' }
      case '\\quad':
        return { kind: 'space', text: '\u2003' }
    }
    const sign = signs[token]
    if (sign !== undefined) return { kind: 'sign', text: sign }
    const letter = letters[token] ?? greekOf.get(token)
    if (letter !== undefined) return { kind: 'letter', text: letter }
    if (token.startsWith('\\')) return { kind: 'operator', text: token.slice(1) }
    return { kind: /\d/.test(token) ? 'roman' : /\p{L}/u.test(token) ? 'letter' : 'roman', text: token }
  }
  return row()
}

/** The formula as one line of text: for names, and for whoever does not see it. */
export function plainText(piece: Piece): string {
  switch (piece.kind) {
    case 'row':
      return piece.of.map(plainText).join('')
    case 'fraction':
      return `(${plainText(piece.over)})/(${plainText(piece.under)})`
    case 'root':
      return `√(${plainText(piece.of)})`
    case 'raised':
      return `^(${plainText(piece.of)})`
    case 'lowered':
      return `_${plainText(piece.of)}`
    case 'fenced':
      return `${piece.open}${plainText(piece.of)}${piece.close}`
    case 'hue':
      return plainText(piece.of)
    case 'table':
      return piece.rows.map((cells) => cells.map(plainText).join(' ')).join('; ')
    case 'sign':
      return piece.text === ',' ? ', ' : ` ${piece.text} `
    default:
      return piece.text
  }
}
