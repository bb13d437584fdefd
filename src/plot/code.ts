type Role = 'x' | 'w' | 'y' | 'L' | 'comment' | 'keyword'

/** A piece of code. `sym` is what it stands for, the key by which the page lights it up; line breaks are `\n`. */
export type Token = { text: string; sym?: string; role?: Role }

const keywords = new Set(
  'abstract as async await break class const continue else export extends false for from function if implements import in interface keyof let new null of override private public readonly return static super this throw true type typeof undefined void while yield'.split(
    ' ',
  ),
)
/** Comments, texts in quotes, and words; a quote within a word is none. */
const parts = /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|([A-Za-z_$][\w$]*)/g

function tokensOf(text: string): Token[] {
  const found: Token[] = []
  const plain = (piece: string): void => {
    const last = found.at(-1)
    if (last && !last.role) last.text += piece
    else if (piece !== '') found.push({ text: piece })
  }
  let at = 0
  for (const match of text.matchAll(parts)) {
    const [piece, comment, , word] = match
    plain(text.slice(at, match.index))
    at = match.index + piece.length
    if (comment !== undefined) found.push({ text: piece, role: 'comment' })
    else if (word !== undefined && keywords.has(word)) found.push({ text: piece, role: 'keyword' })
    else plain(piece)
  }
  plain(text.slice(at))
  return found
}

/** TypeScript as lines of tokens: words of the language and comments are told from the rest, by weight and ink alone. */
export function highlight(code: string): Token[][] {
  const lines: Token[][] = [[]]
  for (const { text, ...kind } of tokensOf(code))
    for (const [k, piece] of text.split('\n').entries()) {
      if (k > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({ ...kind, text: piece })
    }
  return lines
}
