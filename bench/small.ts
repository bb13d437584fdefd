import * as jax from '@jax-js/jax'
import * as tfjs from '@tensorflow/tfjs-core'
import {
  add,
  logSoftmax,
  matmul,
  mean,
  mul,
  neg,
  relu,
  sum,
  Tensor,
  valueAndGrad,
  vjp,
} from '../src/autodiff/index.ts'
import { random } from '../src/autodiff/check/sample.ts'
import { compiled } from '../src/autodiff/compiled.ts'
import { networkByHand } from './byHand.ts'
import { layerLoops, networkLoops } from './smallLoops.ts'

/** One call does the whole task and gives the first gradient's first number, to see that all did the same. */
export interface Small {
  readonly name: string
  readonly run: () => number | Promise<number>
}
/** One may be there for a single task. */
type Contenders = Partial<Record<'layer' | 'network', Small>>
export interface Rate {
  readonly name: string
  /** Calls a second, of each round. */
  readonly rates: number[]
  readonly answer: number
}

const { numpy: np, nn } = jax

/** The book's own layer: x is 1×2, w 2×3, and ∂L/∂y 1×3. */
export const layerInput = { x: [1, 2], w: [1.2, 0.4, -0.7, -0.3, 0.9, 1.5], g: [0.5, -1, 2] }

/** 2-16-16-2 on a batch of 32, with ReLU, softmax and cross-entropy: weights and biases in turn. */
const shapes = [
  [2, 16],
  [1, 16],
  [16, 16],
  [1, 16],
  [16, 2],
  [1, 2],
] as const
const next = random(1)
const draw = (length: number) => Float32Array.from({ length }, () => next() - 0.5)
const parameters = shapes.map(([rows, columns]) => draw(rows * columns))
const points = draw(32 * 2)
const classes = Float32Array.from({ length: 64 }, (_, k) => ((k >> 1) % 2 === k % 2 ? 1 : 0))

const matrixOf = (data: ArrayLike<number>, rows: number, columns: number) =>
  new Tensor(Float32Array.from(data), [rows, columns])

/** The network's loss as anyone writes it with the core, and its parameters. */
function ourLoss() {
  const [input, target] = [matrixOf(points, 32, 2), matrixOf(classes, 32, 2)]
  const tensors = shapes.map(([rows, columns], k) => matrixOf(parameters[k] ?? [], rows, columns))
  const loss = (...p: Tensor[]) => {
    const [w1, b1, w2, b2, w3, b3] = p as [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]
    const h1 = relu(add(matmul(input, w1), b1))
    const h2 = relu(add(matmul(h1, w2), b2))
    return neg(mean(sum(mul(target, logSoftmax(add(matmul(h2, w3), b3), { axis: 1 })), { axis: 1 })))
  }
  return { loss, tensors }
}

function ours(): Contenders {
  const { x: one, w: two, g: three } = layerInput
  const [x, w, g] = [matrixOf(one, 1, 2), matrixOf(two, 2, 3), matrixOf(three, 1, 3)]
  const layer = () => {
    const [, pull] = vjp((a: Tensor, b: Tensor) => matmul(a, b), [x, w])
    return pull(g)[0].data[0] ?? NaN
  }
  const { loss, tensors } = ourLoss()
  const both = valueAndGrad(loss, [0, 1, 2, 3, 4, 5])
  const whole = () => (both(...tensors)[1][0] as Tensor).data[0] ?? NaN
  return { layer: { name: 'Nudge', run: layer }, network: { name: 'Nudge', run: whole } }
}

/** Ours, traced once and run again in the room that it made then. */
function oursCompiled(): Contenders {
  const { loss, tensors } = ourLoss()
  const both = valueAndGrad(loss, [0, 1, 2, 3, 4, 5])
  const step = compiled((...p) => {
    const [value, gradients] = both(...p)
    return [value, ...(gradients as Tensor[])]
  }, tensors)
  const first = step.outputs[1]?.data
  const run = () => {
    step.run()
    return first?.[0] ?? NaN
  }
  return { network: { name: 'Nudge, compiled', run } }
}

function loops(): Contenders {
  const { x, w, g } = layerInput
  const layer = layerLoops(Float32Array.from(x), Float32Array.from(w), Float32Array.from(g))
  const network = networkLoops(parameters, points, classes)
  return { layer: { name: 'bare loops', run: layer }, network: { name: 'bare loops', run: network } }
}

const byHand = (): Contenders => ({
  network: { name: 'by hand, nothing allocated', run: networkByHand(parameters, points, classes) },
})

async function tensorflow(): Promise<Contenders> {
  await tfjs.setBackend('cpu')
  const [x, w, g] = [
    tfjs.tensor2d(layerInput.x, [1, 2]),
    tfjs.tensor2d(layerInput.w, [2, 3]),
    tfjs.tensor2d(layerInput.g, [1, 3]),
  ]
  const both = tfjs.valueAndGrads((a: tfjs.Tensor, b: tfjs.Tensor) => tfjs.matMul(a, b))
  const layer = () => tfjs.tidy(() => both([x, w], g).grads[0]?.dataSync()[0] ?? NaN)
  const [input, target] = [tfjs.tensor2d(points, [32, 2]), tfjs.tensor2d(classes, [32, 2])]
  const tensors = shapes.map(([rows, columns], k) => tfjs.tensor2d(parameters[k] ?? [], [rows, columns]))
  const loss = (...p: tfjs.Tensor[]) => {
    const [w1, b1, w2, b2, w3, b3] = p as [
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
    ]
    const h1 = tfjs.relu(tfjs.add(tfjs.matMul(input, w1), b1))
    const h2 = tfjs.relu(tfjs.add(tfjs.matMul(h1, w2), b2))
    const log = tfjs.logSoftmax(tfjs.add(tfjs.matMul(h2, w3), b3))
    return tfjs.neg(tfjs.mean(tfjs.sum(tfjs.mul(target, log), 1))) as tfjs.Scalar
  }
  const trained = tfjs.valueAndGrads(loss)
  const network = () => tfjs.tidy(() => trained(tensors).grads[0]?.dataSync()[0] ?? NaN)
  const name = 'tfjs 4.22.0, cpu'
  return { layer: { name, run: layer }, network: { name, run: network } }
}

/** A value is used up by what it is given to, unless `.ref` is given. */
async function jaxJs(): Promise<Contenders> {
  await jax.init('wasm')
  jax.defaultDevice('wasm')
  const of = (data: ArrayLike<number>, rows: number, columns: number) =>
    np.array(Float32Array.from(data)).reshape([rows, columns])
  const [x, w, g] = [of(layerInput.x, 1, 2), of(layerInput.w, 2, 3), of(layerInput.g, 1, 3)]
  const layer = async () => {
    const [y, pull] = jax.vjp((a: jax.Array, b: jax.Array) => np.matmul(a, b), [x.ref, w.ref])
    const [dx, dw] = pull(g.ref) as [jax.Array, jax.Array]
    pull.dispose()
    for (const each of [y, dw]) each.dispose()
    return (await dx.data())[0] ?? NaN
  }
  const [input, target] = [of(points, 32, 2), of(classes, 32, 2)]
  const tensors = shapes.map(([rows, columns], k) => of(parameters[k] ?? [], rows, columns))
  const loss = (...p: jax.Array[]) => {
    const [w1, b1, w2, b2, w3, b3] = p as [jax.Array, jax.Array, jax.Array, jax.Array, jax.Array, jax.Array]
    const h1 = nn.relu(np.matmul(input.ref, w1).add(b1))
    const h2 = nn.relu(np.matmul(h1, w2).add(b2))
    return np.mean(np.sum(nn.logSoftmax(np.matmul(h2, w3).add(b3), 1).mul(target.ref), 1)).mul(-1)
  }
  const trained = jax.valueAndGrad(loss, { argnums: [0, 1, 2, 3, 4, 5] })
  const network = async () => {
    const [value, [first, ...others]] = trained(...tensors.map((each) => each.ref)) as unknown as [
      jax.Array,
      jax.Array[],
    ]
    for (const each of [value, ...others]) each.dispose()
    return ((await first?.data()) ?? [])[0] ?? NaN
  }
  const name = 'jax-js 0.1.25, wasm'
  return { layer: { name, run: layer }, network: { name, run: network } }
}

/** Milliseconds of each try. */
const long = 250

async function rate({ run }: Small): Promise<number> {
  const start = performance.now()
  let calls = 0
  // The clock is asked rarely, or it would be part of what is timed.
  for (let many = 1; performance.now() - start < long; many = Math.min(4096, 2 * many))
    for (let k = 0; k < many; k++, calls++) {
      const answer = run()
      if (typeof answer !== 'number') await answer
    }
  return (calls / (performance.now() - start)) * 1000
}

/** Calls a second of everybody, each once a round, after a round that is not counted. */
export async function small(rounds: number): Promise<{ layer: Rate[]; network: Rate[] }> {
  const all = [ours(), oursCompiled(), loops(), byHand(), await tensorflow(), await jaxJs()]
  const measured = async (task: 'layer' | 'network') => {
    const contenders = all.flatMap((each) => each[task] ?? [])
    const rows: Rate[] = []
    for (const each of contenders) {
      const answer = await each.run()
      await rate(each)
      rows.push({ name: each.name, rates: [], answer })
    }
    for (let round = 0; round < rounds; round++)
      for (const [k, each] of contenders.entries()) rows[k]?.rates.push(await rate(each))
    return rows
  }
  return { layer: await measured('layer'), network: await measured('network') }
}
