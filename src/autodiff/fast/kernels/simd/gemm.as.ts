// AssemblyScript: compiled to WebAssembly by scripts/vite/kernel.ts, once plain and once with fused multiply-add.
import { packB, packLines } from './pack.as'
import { edge, ROWS, tile, WIDTH } from './tile.as'

// A block of B stays in the second cache while all rows of A pass it; a panel of A stays in the first.
const DEPTH_BYTES: usize = 1024
const B_BYTES: usize = 256 * 1024
// Not `memory.data`, which would put its zeros into the file.
const packedA: usize = (__heap_base + 63) & ~63
const packedB: usize = packedA + ROWS * DEPTH_BYTES

/** The first byte that is free for matrices. */
export const heap: usize = packedB + B_BYTES

/** C (n×m) = A (n×d) · B (d×m), or C += A · B. All distances are in bytes; the numbers of a row of C lie side by side. */
function product<T>(
  n: usize,
  d: usize,
  m: usize,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  accumulate: bool,
): void {
  const size: usize = sizeof<T>()
  const width = WIDTH / size
  if (d === 0) {
    if (!accumulate) for (let i: usize = 0; i < n; i++) memory.fill(c + i * cRow, 0, m * size)
    return
  }
  // Blocks of equal depth, so that the last one is not a sliver; of as many columns as then fit.
  const most = DEPTH_BYTES / size
  const blocks = (d + most - 1) / most
  const block = (d + blocks - 1) / blocks
  const wide = (B_BYTES / (block * WIDTH)) * width
  for (let j: usize = 0; j < m; j += wide) {
    const columns = min(wide, m - j)
    for (let p: usize = 0; p < d; p += block) {
      const depth = min(block, d - p)
      packB<T>(packedB, b + p * bRow + j * bColumn, depth, columns, bRow, bColumn)
      for (let i: usize = 0; i < n; i += ROWS) {
        const rows = min(ROWS, n - i)
        packLines<T>(packedA, ROWS, a + i * aRow + p * aColumn, rows, aRow, depth, aColumn)
        sweep<T>(depth, rows, columns, c + i * cRow + j * size, cRow, accumulate || p > 0)
      }
    }
  }
}

/** One panel of A along all panels of the block of B. */
function sweep<T>(depth: usize, rows: usize, columns: usize, c: usize, row: usize, accumulate: bool): void {
  const width: usize = WIDTH / sizeof<T>()
  let panel = packedB
  for (let j: usize = 0; j < columns; j += width) {
    const count = min(width, columns - j)
    if (rows === ROWS && count === width) tile<T>(depth, packedA, panel, c, row, accumulate)
    else edge<T>(depth, packedA, panel, c, row, accumulate, rows, count)
    panel += depth * WIDTH
    c += WIDTH
  }
}

/** In single precision; all distances in numbers. */
export function single(
  n: usize,
  d: usize,
  m: usize,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  accumulate: bool,
): void {
  product<f32>(n, d, m, a, aRow << 2, aColumn << 2, b, bRow << 2, bColumn << 2, c, cRow << 2, accumulate)
}

/** In double precision. */
export function double(
  n: usize,
  d: usize,
  m: usize,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  cRow: usize,
  accumulate: bool,
): void {
  product<f64>(n, d, m, a, aRow << 3, aColumn << 3, b, bRow << 3, bColumn << 3, c, cRow << 3, accumulate)
}
