import { nth } from '@/autodiff'
import type { Kernel, KernelMatrix } from '@/autodiff/kernel'
import { fill, productOperations, type Range, type Sizes } from './layer'
import type { Place } from './shared'

/** How far it is, from 0 to 1. */
export type Tell = (share: number) => void

/** Milliseconds of the three products, and when the first began and the last ended, on a clock that workers share. */
export type Times = { y: number; dx: number; dw: number; start: number; end: number }

/** Operations after which to tell how far it is: some ten milliseconds. */
const breath = 2 ** 28

/**
 * The columns from … to of a layer, in the kernel's memory. A slice owns these columns of w, y and ∂L/∂y, and makes
 * them of ∂L/∂w; what it makes of ∂L/∂x is what its columns add to it. A slice of all columns is the whole layer.
 */
export class Slice {
  private readonly x: KernelMatrix
  private readonly w: KernelMatrix
  private readonly given: KernelMatrix
  private readonly y: KernelMatrix
  private readonly dx: KernelMatrix
  private readonly dw: KernelMatrix

  /** Throws a MemoryError, before anything is computed, when the device refuses the bytes. */
  constructor(
    readonly kernel: Kernel,
    readonly sizes: Sizes,
    readonly columns: Range,
  ) {
    const { N, D } = sizes
    const width = columns[1] - columns[0]
    const numbers = 2 * (N * D + D * width + N * width)
    kernel.heap.reserve(4 * numbers + 6 * 64)
    const matrix = (rows: number, wide: number) => kernel.matrix(rows, wide)
    ;[this.x, this.w, this.given] = [matrix(N, D), matrix(D, width), matrix(N, width)]
    ;[this.y, this.dx, this.dw] = [matrix(N, width), matrix(N, D), matrix(D, width)]
    fill('x', sizes, [0, D], this.x.data)
    fill('w', sizes, columns, this.w.data)
    fill('dy', sizes, columns, this.given.data)
  }

  /** Bytes that the device gave for it. */
  get bytes(): number {
    return this.kernel.heap.inUse
  }

  /** Forward and both gradients, so many times over; the times are those of all together. */
  pass(repeats: number, tell: Tell): Times {
    const { x, w, given, y, dx, dw } = this
    const now = () => performance.timeOrigin + performance.now()
    const [start, times] = [now(), { y: 0, dx: 0, dw: 0 }]
    const pieces = this.pieces()
    let done = 0
    const timed = (name: keyof typeof times, work: (piece: Range) => void) => {
      const before = performance.now()
      for (const piece of pieces(name)) {
        work(piece)
        done += piece[1] - piece[0]
        if (pieces.many) tell(done / pieces.total / repeats)
      }
      times[name] += performance.now() - before
    }
    for (let k = 0; k < repeats; k++) {
      timed('y', (piece) => this.kernel.multiply(x, w.part([0, w.rows], piece), y.part([0, y.rows], piece)))
      timed('dx', (piece) =>
        this.kernel.multiply(given, w.part(piece).transposed, dx.part([0, dx.rows], piece)),
      )
      timed('dw', (piece) =>
        this.kernel.multiply(x.part([0, x.rows], piece).transposed, given, dw.part(piece)),
      )
    }
    return { ...times, start, end: now() }
  }

  /** Each product in pieces of a few milliseconds: columns of y, columns of ∂L/∂x, rows of ∂L/∂w. */
  private pieces() {
    const { N, D } = this.sizes
    const width = this.w.columns
    const count = Math.ceil(productOperations({ N, D, M: width }) / breath)
    const cut = (length: number): Range[] =>
      Array.from({ length: count }, (_, k) => [
        Math.round((k * length) / count),
        Math.round(((k + 1) * length) / count),
      ])
    const lengths = { y: width, dx: D, dw: D }
    const of = (name: keyof typeof lengths) => cut(lengths[name])
    return Object.assign(of, { many: count > 1, total: width + 2 * D })
  }

  /** Copies of what was made: y and this slice's part of ∂L/∂x whole, of ∂L/∂w the sum of each column. */
  answers() {
    return { y: this.y.data.slice(), dx: this.dx.data.slice(), dwSums: this.dwSums() }
  }

  /** The sum of each column of ∂L/∂w. */
  dwSums(): Float64Array {
    const dwSums = new Float64Array(this.dw.columns)
    const { data } = this.dw
    for (let k = 0; k < data.length; k++)
      dwSums[k % dwSums.length] = nth(dwSums, k % dwSums.length) + nth(data, k)
    return dwSums
  }

  /** Copies of y and of the part of ∂L/∂x, to give away. */
  handOver() {
    return { y: this.y.data.slice() as Float32Array, dx: this.dx.data.slice() as Float32Array }
  }

  /** Writes y to its columns, and the part of ∂L/∂x to its place, where all threads see them. */
  deposit({ y, dx, place }: Place): void {
    const { M } = this.sizes
    const [width, mine] = [this.y.columns, this.y.data as Float32Array]
    for (let i = 0; i < this.y.rows; i++)
      y.set(mine.subarray(i * width, (i + 1) * width), i * M + this.columns[0])
    nth(dx, place).set(this.dx.data)
  }

  /** Entries of the results, as nested arrays; the columns of y and ∂L/∂w counted from this slice's first. */
  entries(of: 'y' | 'dx' | 'dw', rows: readonly number[], columns: readonly number[]): number[][] {
    const { data, columns: width } = this[of]
    return rows.map((i) => columns.map((j) => nth(data, i * width + j)))
  }

  free(): void {
    for (const matrix of [this.x, this.w, this.given, this.y, this.dx, this.dw]) matrix.free()
  }
}
