import type { Piece } from '@/autodiff'

/** A formula as one line of text: for names, and for whoever does not see it. */
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
      return ` ${piece.text} `
    case 'space':
      return ' '
    default:
      return piece.text
  }
}
