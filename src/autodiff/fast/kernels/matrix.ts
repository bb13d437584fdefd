import type { Data, DType } from '../../core/tensor.ts'
import type { Block, Heap } from './heap.ts'

type Range = readonly [from: number, to: number]

/** Where the numbers of a matrix lie, counted in numbers: (i, j) is at `offset + i·rowStep + j·columnStep`. */
interface Layout {
  readonly offset: number
  readonly rowStep: number
  readonly columnStep: number
}

/**
 * A matrix in the kernel's memory, or a way to read one: transposed, or a part of it. The numbers stay where they
 * are, whatever is multiplied with what.
 */
export class KernelMatrix {
  constructor(
    readonly heap: Heap,
    readonly rows: number,
    readonly columns: number,
    readonly dtype: DType,
    private readonly block: Block,
    private readonly layout: Layout = { offset: 0, rowStep: columns, columnStep: 1 },
  ) {}

  get rowStep(): number {
    return this.layout.rowStep
  }
  get columnStep(): number {
    return this.layout.columnStep
  }
  /** Bytes of one number. */
  get size(): number {
    return this.dtype === 'float32' ? 4 : 8
  }
  /** The byte of the first number. Throws after `free`. */
  get address(): number {
    if (!this.heap.has(this.block))
      throw new Error(`a matrix (${this.rows}×${this.columns}) was used after free()`)
    return this.block.start + this.layout.offset * this.size
  }

  /**
   * The numbers in row-major order, to read and to write. Ask again after anything was allocated: growing memory
   * makes older views empty. Throws for a transposed matrix and for columns cut out of wider rows.
   */
  get data(): Data {
    const { heap, address, rows, columns } = this
    if (this.columnStep !== 1 || (this.rowStep !== columns && rows > 1))
      throw new Error('only a matrix whose rows lie end to end can be read as one array')
    const View = this.dtype === 'float32' ? Float32Array : Float64Array
    return new View(heap.memory.buffer, address, rows * columns)
  }

  /** The same numbers, read with rows and columns exchanged. */
  get transposed(): KernelMatrix {
    const { offset, rowStep, columnStep } = this.layout
    const layout = { offset, rowStep: columnStep, columnStep: rowStep }
    return new KernelMatrix(this.heap, this.columns, this.rows, this.dtype, this.block, layout)
  }

  /** The same numbers, of some rows and columns only: from the first up to, not including, the last. */
  part([top, bottom]: Range, [left, right]: Range = [0, this.columns]): KernelMatrix {
    const inside = (from: number, to: number, length: number) => 0 <= from && from <= to && to <= length
    if (!inside(top, bottom, this.rows) || !inside(left, right, this.columns))
      throw new RangeError(
        `rows ${top} to ${bottom}, columns ${left} to ${right} are not all in a matrix (${this.rows}×${this.columns})`,
      )
    const { offset, rowStep, columnStep } = this.layout
    const layout = { rowStep, columnStep, offset: offset + top * rowStep + left * columnStep }
    return new KernelMatrix(this.heap, bottom - top, right - left, this.dtype, this.block, layout)
  }

  /** Gives the memory back, for this matrix and all its transposes and parts. */
  free(): void {
    this.heap.give(this.block)
  }
}
