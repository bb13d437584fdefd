import { GpuError, openDevice, type Device } from './device.ts'
import { planOf } from './plan.ts'
import { halveShader, productShader, sumShader } from './shader.ts'

/** What a buffer is for, in the numbers of the WebGPU standard: TypeScript knows their names as types alone. */
const use = { read: 1, from: 4, to: 8, uniform: 64, storage: 128 }
const toRead = 1

/** A matrix on the graphics card, or its transpose: the same numbers, read the other way. */
export interface GpuMatrix {
  readonly buffer: GPUBuffer
  readonly rows: number
  readonly columns: number
  readonly rowStep: number
  readonly columnStep: number
  /** Whether its numbers have 16 bits. */
  readonly half: boolean
}

export const transposed = (matrix: GpuMatrix): GpuMatrix => ({
  ...matrix,
  rows: matrix.columns,
  columns: matrix.rows,
  rowStep: matrix.columnStep,
  columnStep: matrix.rowStep,
})

/** Matrix products on a graphics card. A card that is lost or fails is told by `done` and by `read`. */
export class Gpu {
  private readonly pipelines = new Map<string, GPUComputePipeline>()
  private problem: string | undefined
  private readonly gone: Promise<never>

  constructor(readonly of: Device) {
    const { device } = of
    device.addEventListener('uncapturederror', ({ error }) => (this.problem ??= error.message))
    this.gone = device.lost.then(({ message }) => {
      throw new GpuError(`the graphics card was taken away${message && `: ${message}`}`)
    })
    // Told by whoever waits for the card, and by nobody where nobody does.
    this.gone.catch(() => undefined)
  }

  private buffer(bytes: number, usage = use.storage | use.to | use.from): GPUBuffer {
    return this.of.device.createBuffer({
      size: Math.max(4, 4 * Math.ceil(bytes / 4)),
      usage,
    })
  }

  /** A matrix of these numbers, or of zeros; of 16 bits each, if wanted. */
  matrix(rows: number, columns: number, data?: Float32Array<ArrayBuffer>, half = false): GpuMatrix {
    const of = { rows, columns, rowStep: columns, columnStep: 1 }
    const full = this.buffer(4 * rows * columns)
    if (data) this.of.device.queue.writeBuffer(full, 0, data)
    if (!half) return { ...of, buffer: full, half }
    const buffer = this.buffer(2 * rows * columns)
    this.line('halve', halveShader, [rows * columns, 1], full, buffer)
    full.destroy()
    return { ...of, buffer, half }
  }

  /** out = a·b. Both factors have numbers of one kind; those of `out` have 32 bits, its rows lying end to end. */
  multiply(a: GpuMatrix, b: GpuMatrix, out: GpuMatrix): void {
    const [n, d, m] = [a.rows, a.columns, b.columns]
    if (b.rows !== d || out.rows !== n || out.columns !== m || a.half !== b.half || out.half)
      throw new GpuError(`there is no product (${n}×${d})·(${b.rows}×${m}) in (${out.rows}×${out.columns})`)
    const { groups, part } = planOf(n, d, m)
    const parts = groups[2] > 1 ? this.buffer(4 * groups[2] * n * m) : undefined
    const layout = [n, d, m, part, a.rowStep, a.columnStep, b.columnStep, b.rowStep]
    const [name, to] = [a.half ? 'half' : 'full', parts ?? out.buffer]
    this.run(name, productShader(a.half), layout, [a.buffer, b.buffer, to], groups)
    if (!parts) return
    this.line('sum', sumShader, [n * m, groups[2]], parts, out.buffer)
    parts.destroy()
  }

  /** Waits until all that was asked for is there. */
  async done(): Promise<void> {
    await Promise.race([this.of.device.queue.onSubmittedWorkDone(), this.gone])
    if (this.problem !== undefined)
      throw new GpuError(`the graphics card failed: ${this.problem.split('\n')[0]}`)
  }

  /** The numbers of a matrix, as rows end to end. */
  async read({ buffer, rows, columns }: GpuMatrix): Promise<Float32Array> {
    const { device } = this.of
    const bytes = 4 * rows * columns
    const copy = this.buffer(bytes, use.read | use.to)
    const encoder = device.createCommandEncoder()
    encoder.copyBufferToBuffer(buffer, 0, copy, 0, bytes)
    device.queue.submit([encoder.finish()])
    await this.done()
    await Promise.race([copy.mapAsync(toRead), this.gone])
    const data = new Float32Array(copy.getMappedRange().slice(0))
    copy.destroy()
    return data
  }

  free(...matrices: readonly GpuMatrix[]): void {
    for (const { buffer } of matrices) buffer.destroy()
  }

  /** Gives the card back. */
  close(): void {
    this.of.device.destroy()
  }

  /** A shader that goes along so many numbers. */
  private line(name: string, code: string, of: [number, number], from: GPUBuffer, to: GPUBuffer): void {
    const groups = Math.min(65535, Math.ceil(of[0] / 256))
    this.run(name, code, of, [from, to], [groups, 1, 1])
  }

  private run(
    name: string,
    code: string,
    layout: readonly number[],
    buffers: readonly GPUBuffer[],
    groups: readonly [number, number, number],
  ): void {
    const { device } = this.of
    const pipeline = this.pipelineOf(name, code)
    const uniform = this.buffer(4 * layout.length, use.uniform | use.to)
    device.queue.writeBuffer(uniform, 0, Uint32Array.from(layout))
    const entries = [uniform, ...buffers].map((buffer, binding) => ({ binding, resource: { buffer } }))
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    pass.setPipeline(pipeline)
    pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }))
    pass.dispatchWorkgroups(...groups)
    pass.end()
    device.queue.submit([encoder.finish()])
    uniform.destroy()
  }

  private pipelineOf(name: string, code: string): GPUComputePipeline {
    const { device } = this.of
    const made =
      this.pipelines.get(name) ??
      device.createComputePipeline({
        layout: 'auto',
        compute: { module: device.createShaderModule({ code }) },
      })
    this.pipelines.set(name, made)
    return made
  }
}

/** The graphics card that this browser gives. Throws a GpuError that says why there is none. */
export const openGpu = async (): Promise<Gpu> => new Gpu(await openDevice())
