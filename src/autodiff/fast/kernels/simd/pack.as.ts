import { WIDTH } from './tile.as'

/**
 * A panel: `width` lines interleaved, so that the tile reads them side by side. `count` of them are there, the
 * others are zeros. Lines lie `line` bytes apart, the numbers of one `step` bytes.
 */
export function packLines<T>(
  to: usize,
  width: usize,
  from: usize,
  count: usize,
  line: usize,
  depth: usize,
  step: usize,
): void {
  for (let p: usize = 0; p < depth; p++) {
    for (let i: usize = 0; i < count; i++) store<T>(to + i * sizeof<T>(), load<T>(from + i * line))
    for (let i: usize = count; i < width; i++) store<T>(to + i * sizeof<T>(), <T>0)
    to += width * sizeof<T>()
    from += step
  }
}

/**
 * Panels of B where its rows lie side by side. Four rows at a time: rows that are a power of two apart share one
 * place in the cache, and a panel read to its end would throw out the half of each cache line it leaves over.
 */
function packWide<T>(to: usize, panels: usize, from: usize, depth: usize, row: usize): void {
  for (let p: usize = 0; p < depth; p += 4) {
    const count = min<usize>(4, depth - p)
    for (let j: usize = 0; j < panels; j++) {
      let source = from + p * row + j * WIDTH
      let target = to + (j * depth + p) * WIDTH
      for (const end = target + count * WIDTH; target < end; target += WIDTH) {
        v128.store(target, v128.load(source))
        v128.store(target, v128.load(source, 16), 16)
        source += row
      }
    }
  }
}

/** Four numbers each of four lines, turned: what stood in a row stands in a column. */
function turn(to: usize, from: usize, line: usize): void {
  const row0 = v128.load(from)
  const row1 = v128.load(from + line)
  const row2 = v128.load(from + 2 * line)
  const row3 = v128.load(from + 3 * line)
  const low01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5)
  const low23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5)
  const high01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7)
  const high23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7)
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2))
  v128.store(to + WIDTH, v128.shuffle<f64>(low01, low23, 1, 3))
  v128.store(to + 2 * WIDTH, v128.shuffle<f64>(high01, high23, 0, 2))
  v128.store(to + 3 * WIDTH, v128.shuffle<f64>(high01, high23, 1, 3))
}

/** A panel of B where its columns lie side by side, as in a product with wᵀ; single precision, eight columns. */
function packTall(to: usize, from: usize, depth: usize, column: usize): void {
  const whole = depth & ~3
  for (let p: usize = 0; p < whole; p += 4) {
    turn(to + p * WIDTH, from + p * 4, column)
    turn(to + p * WIDTH + 16, from + p * 4 + 4 * column, column)
  }
  packLines<f32>(to + whole * WIDTH, 8, from + whole * 4, 8, column, depth - whole, 4)
}

/** A block of B, `depth` × `columns`, as panels of a tile's width; the last one may be filled up with zeros. */
export function packB<T>(
  to: usize,
  from: usize,
  depth: usize,
  columns: usize,
  row: usize,
  column: usize,
): void {
  const width: usize = WIDTH / sizeof<T>()
  const panels = columns / width
  if (column === sizeof<T>()) packWide<T>(to, panels, from, depth, row)
  else
    for (let j: usize = 0; j < panels; j++) {
      const source = from + j * width * column
      if (sizeof<T>() === 4 && row === 4) packTall(to + j * depth * WIDTH, source, depth, column)
      else packLines<T>(to + j * depth * WIDTH, width, source, width, column, depth, row)
    }
  const rest = columns - panels * width
  const source = from + panels * width * column
  if (rest > 0) packLines<T>(to + panels * depth * WIDTH, width, source, rest, column, depth, row)
}
