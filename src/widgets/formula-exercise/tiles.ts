/** What a tile puts in; `|` marks where the caret goes, and where selected text is kept. */
export const tiles = {
  x: { puts: 'x|' },
  w: { puts: 'w|' },
  b: { puts: 'b|' },
  dy: { puts: 'dy|' },
  turn: { puts: 'ᵀ|' },
  matmul: { puts: ' @ |' },
  times: { puts: ' * |' },
  plus: { puts: ' + |' },
  sum: { puts: 'sum(|, axis=0)' },
  open: { puts: '(|' },
  close: { puts: ')|' },
  back: { puts: '' },
} as const

export type Tile = keyof typeof tiles
export type Edit = { text: string; caret: number }

/** The last thing before the caret, as the tiles put it in: a sign with its spaces, a call's head or tail, a name. */
const last = /(?:\s*[@*+]\s*|sum\(|, axis=\d\)|\.T|dy|.)$/u

/** The text after a tile is pressed, and where its caret goes. */
export function press(tile: Tile, text: string, start: number, end: number): Edit {
  const [before, selected, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (tile === 'back') {
    const kept = selected === '' ? before.replace(last, '') : before
    return { text: kept + after, caret: kept.length }
  }
  const [head = '', tail = ''] = tiles[tile].puts.split('|')
  // A sign does not begin a formula with a space, and names stand apart, so that xᵀ and dy read as a product.
  const put = before === '' || before.endsWith(' ') ? head.trimStart() : gap(before, head) + head
  const keeps = tile === 'sum' || tile === 'open' || tile === 'turn' ? selected : ''
  const lead = tile === 'turn' ? before + keeps + put : before + put + keeps
  return { text: lead + tail + after, caret: lead.length }
}

const gap = (before: string, head: string) =>
  /[\p{L}\p{N})ᵀ]$/u.test(before) && /^[a-z(]/.test(head) ? ' ' : ''
