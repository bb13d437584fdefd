/**
 * Rows of the tile that stays in registers, each of 2 vectors. With 2 vectors of B and 1 of A, 6 rows fill the 15
 * registers that x86 has free; a product that is not fused with its sum wants one more, so there it is 5.
 */
export const ROWS: usize = ASC_FEATURE_RELAXED_SIMD ? 6 : 5
/** Bytes of a row of the tile, and of a row of a packed panel of B: 8 numbers of single precision, 4 of double. */
export const WIDTH: usize = 32

/** a · b + c, rounded once where the machine can. */
function madd<T>(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<T>(a, b, c)
  return v128.add<T>(v128.mul<T>(a, b), c)
}

function put<T>(c: usize, left: v128, right: v128, accumulate: bool): void {
  if (accumulate) {
    left = v128.add<T>(v128.load(c), left)
    right = v128.add<T>(v128.load(c, 16), right)
  }
  v128.store(c, left)
  v128.store(c, right, 16)
}

/**
 * C (`ROWS` rows, `row` bytes apart) = or += a panel of A by a panel of B: `depth` times, the numbers of a column of A,
 * each by 2 vectors of a row of B. Written out, because only named variables stay in registers.
 */
export function tile<T>(depth: usize, a: usize, b: usize, c: usize, row: usize, accumulate: bool): void {
  let c00 = i32x4.splat(0)
  let c01 = c00
  let c10 = c00
  let c11 = c00
  let c20 = c00
  let c21 = c00
  let c30 = c00
  let c31 = c00
  let c40 = c00
  let c41 = c00
  let c50 = c00
  let c51 = c00
  for (const end = b + depth * WIDTH; b < end; b += WIDTH) {
    const left = v128.load(b)
    const right = v128.load(b, 16)
    let factor = v128.load_splat<T>(a)
    c00 = madd<T>(factor, left, c00)
    c01 = madd<T>(factor, right, c01)
    factor = v128.load_splat<T>(a, sizeof<T>())
    c10 = madd<T>(factor, left, c10)
    c11 = madd<T>(factor, right, c11)
    factor = v128.load_splat<T>(a, 2 * sizeof<T>())
    c20 = madd<T>(factor, left, c20)
    c21 = madd<T>(factor, right, c21)
    factor = v128.load_splat<T>(a, 3 * sizeof<T>())
    c30 = madd<T>(factor, left, c30)
    c31 = madd<T>(factor, right, c31)
    factor = v128.load_splat<T>(a, 4 * sizeof<T>())
    c40 = madd<T>(factor, left, c40)
    c41 = madd<T>(factor, right, c41)
    if (ASC_FEATURE_RELAXED_SIMD) {
      factor = v128.load_splat<T>(a, 5 * sizeof<T>())
      c50 = madd<T>(factor, left, c50)
      c51 = madd<T>(factor, right, c51)
    }
    a += ROWS * sizeof<T>()
  }
  put<T>(c, c00, c01, accumulate)
  put<T>(c + row, c10, c11, accumulate)
  put<T>(c + 2 * row, c20, c21, accumulate)
  put<T>(c + 3 * row, c30, c31, accumulate)
  put<T>(c + 4 * row, c40, c41, accumulate)
  if (ASC_FEATURE_RELAXED_SIMD) put<T>(c + 5 * row, c50, c51, accumulate)
}

const corner: usize = memory.data(6 * 32, 16)

/** A tile of which only `rows` × `columns` belong to C: made beside it, and that much carried over. */
export function edge<T>(
  depth: usize,
  a: usize,
  b: usize,
  c: usize,
  row: usize,
  accumulate: bool,
  rows: usize,
  columns: usize,
): void {
  tile<T>(depth, a, b, corner, WIDTH, false)
  for (let i: usize = 0; i < rows; i++)
    for (let j: usize = 0; j < columns; j++) {
      const at = c + i * row + j * sizeof<T>()
      const value = load<T>(corner + i * WIDTH + j * sizeof<T>())
      store<T>(at, accumulate ? load<T>(at) + value : value)
    }
}
