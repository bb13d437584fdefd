/** What a heap stands on: `WebAssembly.Memory`, or something that looks like it. */
export interface Memory {
  readonly buffer: ArrayBuffer
  /** More pages of 64 KiB. As in WebAssembly, the old `buffer` and all views on it are of no use afterwards. */
  grow(pages: number): unknown
}

const page = 65536
/** Blocks begin at a cache line. */
const line = 64

export interface Block {
  readonly start: number
  readonly end: number
}

/** The device has less memory to give than was wanted; nothing was changed. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError'
  constructor(
    /** Bytes that the matrix (or the reserve) would have taken. */
    readonly wanted: number,
    options?: ErrorOptions,
  ) {
    super(
      `${wanted.toLocaleString('en-US')} bytes of memory were wanted, and this device refused them`,
      options,
    )
  }
}

/** Memory handed out in blocks, each at the first place where it fits. Given back, a block is used again. */
export class Heap {
  /** Blocks in use, by address. */
  private readonly used: Block[] = []

  constructor(
    readonly memory: Memory,
    /** The first byte to hand out; those below are the kernel's own. */
    readonly base: number,
  ) {}

  /** Bytes held from the device. They are more than what is in use, and never become fewer. */
  get bytes(): number {
    return this.memory.buffer.byteLength
  }

  /** Bytes in blocks that were not given back. */
  get inUse(): number {
    return this.used.reduce((sum, { start, end }) => sum + end - start, 0)
  }

  /** A block of so many bytes, whatever they hold. Throws a MemoryError when the device refuses. */
  take(bytes: number): Block {
    const { start, index } = this.place(bytes)
    const block = { start, end: start + roundUp(bytes, line) }
    this.hold(block.end, bytes)
    this.used.splice(index, 0, block)
    return block
  }

  /** Takes the block back; of no effect when that has been done. */
  give(block: Block): void {
    const index = this.used.indexOf(block)
    if (index >= 0) this.used.splice(index, 1)
  }

  has(block: Block): boolean {
    return this.used.includes(block)
  }

  /** Grows now, by so much that a block of so many bytes need not grow the memory later, under views on it. */
  reserve(bytes: number): void {
    this.hold((this.used.at(-1)?.end ?? this.base) + roundUp(bytes, line), bytes)
  }

  /** Whether a block of so many bytes fits into what is held. */
  fits(bytes: number): boolean {
    return this.place(bytes).start + bytes <= this.bytes
  }

  private place(bytes: number): { start: number; index: number } {
    let start = roundUp(this.base, line)
    for (const [index, next] of this.used.entries()) {
      if (next.start - start >= bytes) return { start, index }
      start = next.end
    }
    return { start, index: this.used.length }
  }

  private hold(end: number, wanted: number): void {
    const more = Math.ceil((end - this.bytes) / page)
    if (more <= 0) return
    try {
      this.memory.grow(more)
    } catch (cause) {
      throw new MemoryError(wanted, { cause })
    }
  }
}

const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to
