import { matmul, tensor, vjp, Tensor } from '../src/autodiff/index.ts'
import {
  createKernel,
  loadKernel,
  supports,
  type KernelMatrix,
  type Variant,
} from '../src/autodiff/kernel.ts'
import { input, sizes, type Contender } from './task.ts'

const { n, d, m } = sizes

/** The kernel alone, on matrices in its memory, as the worker of chapter 5 uses it. */
async function kernel(variant: Variant, name: string): Promise<Contender> {
  const made = await createKernel(variant)
  const matrix = (rows: number, columns: number, values?: Float32Array): KernelMatrix => {
    const all = made.matrix(rows, columns)
    if (values) all.data.set(values)
    return all
  }
  const [x, w, g] = [matrix(n, d, input.x), matrix(d, m, input.w), matrix(n, m, input.g)]
  const [y, dx, dw] = [matrix(n, m), matrix(n, d), matrix(d, m)]
  const run = () => {
    made.multiply(x, w, y)
    made.multiply(g, w.transposed, dx)
    made.multiply(x.transposed, g, dw)
  }
  const copy = ({ data }: KernelMatrix) => Float32Array.from(data)
  return { name, run, result: async () => ({ y: copy(y), dx: copy(dx), dw: copy(dw) }) }
}

/** The library as anyone calls it: its numbers lie outside, are copied in and out, and results are allocated. */
async function library(): Promise<Contender> {
  await loadKernel()
  const given = (values: Float32Array<ArrayBuffer>, rows: number, columns: number) =>
    new Tensor(tensor(values).data, [rows, columns])
  const [x, w, g] = [given(input.x, n, d), given(input.w, d, m), given(input.g, n, m)]
  const run = () => {
    const [y, pull] = vjp((a: Tensor, b: Tensor) => matmul(a, b), [x, w])
    return [y, ...pull(g)].map(({ data }) => data as Float32Array)
  }
  return {
    name: 'Nudge, vjp(matmul)',
    run: () => void run(),
    result: async () => {
      const [y, dx, dw] = run() as [Float32Array, Float32Array, Float32Array]
      return { y, dx, dw }
    },
  }
}

export async function nudge(): Promise<Contender[]> {
  const all: Contender[] = []
  if (supports('relaxed')) all.push(await kernel('relaxed', 'Nudge kernel, relaxed SIMD'))
  if (supports('simd')) all.push(await kernel('simd', 'Nudge kernel, SIMD'))
  all.push(await library(), await kernel('typescript', 'Nudge kernel, TypeScript'))
  return all
}
