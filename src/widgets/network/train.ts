import { mul, nth, sub, tensor, Tensor, valueAndGrad } from '@/autodiff'
import { compiled, type Compiled } from '@/autodiff/compiled'
import { dataOf, type Data, type DataName } from './data'
import { init, lossOf, weightsOf, type Params } from './net'

export type Settings = { data: DataName; H: number; seed: number; rate: number }

/** A training so far. It follows from its settings and the number of steps alone: nothing is random. */
export type Run = {
  settings: Settings
  data: Data
  params: Params
  /** The loss before the first step, and after each. */
  losses: readonly number[]
  /** A further step would leave the numbers that can be computed with: the run stands where it last could. */
  stopped: boolean
}

/** Beyond this, the next steps end in infinity: there is nothing to see there. */
const limit = 1e6

const xOf = ({ x }: Data) => tensor(x.map((point) => [...point]))

/** The network as its seed makes it, before any step. */
export function begin(settings: Settings): Run {
  const data = dataOf(settings.data, settings.seed)
  const params = init(settings.seed, settings.H)
  const loss = lossOf(xOf(data), weightsOf(data.labels), params).item()
  return { settings, data, params, losses: [loss], stopped: false }
}

const names = ['w1', 'b1', 'w2', 'b2'] as const
const paramsOf = ([w1, b1, w2, b2]: readonly Tensor[]) => ({ w1, b1, w2, b2 }) as Params

/** One step of gradient descent on the whole data set: −rate · ∂L/∂parameter for each; gives the loss after it, and these. */
function descent({ data, settings }: Run): (...from: Tensor[]) => readonly Tensor[] {
  const [x, weights] = [xOf(data), weightsOf(data.labels)]
  const measure = valueAndGrad((params: Params) => lossOf(x, weights, params))
  return (...from) => {
    const params = paramsOf(from)
    const [, gradient] = measure(params)
    const next = names.map((name) => sub(params[name], mul(settings.rate, gradient[name])))
    return [lossOf(x, weights, paramsOf(next)), ...next]
  }
}

/** The step of each run, traced once; a run and those that go on from it have one data set between them. */
const traced = new WeakMap<Data, Compiled & { settings: Settings }>()

function stepOf(run: Run): Compiled {
  const known = traced.get(run.data)
  const from = names.map((name) => run.params[name])
  if (known && same(known.settings, run.settings)) {
    for (const [k, { data }] of known.inputs.entries()) data.set(nth(from, k).data)
    return known
  }
  const made = { ...compiled(descent(run), from), settings: run.settings }
  traced.set(run.data, made)
  return made
}

const fits = (loss: number, next: readonly Tensor[]) =>
  Math.abs(loss) < limit && next.every(({ data }) => data.every((value) => Math.abs(value) < limit))

/** `many` more steps. They write to the room of one, so nothing is allocated on the way. */
export function advance(run: Run, many: number): Run {
  const { inputs, outputs, ...step } = stepOf(run)
  const next = outputs.slice(1)
  const losses = [...run.losses]
  let { stopped } = run
  for (let k = 0; k < many && !stopped; k++) {
    step.run()
    const after = nth(outputs, 0).item()
    stopped = !fits(after, next)
    if (stopped) break
    for (const [i, { data }] of inputs.entries()) data.set(nth(next, i).data)
    losses.push(after)
  }
  const params = paramsOf(inputs.map(({ data, shape }) => new Tensor(data.slice(), shape)))
  return { ...run, params, losses, stopped }
}

const same = (a: Settings, b: Settings) =>
  a.data === b.data && a.H === b.H && a.seed === b.seed && a.rate === b.rate

/** The training after `steps` steps, or `most` nearer to it; goes on from `before` where that is on the way. */
function towards(before: Run | undefined, settings: Settings, steps: number, most: number): Run {
  const goesOn = before && same(before.settings, settings) && before.losses.length - 1 <= steps
  const from = goesOn ? before : begin(settings)
  const missing = steps - (from.losses.length - 1)
  return missing > 0 && !from.stopped ? advance(from, Math.min(missing, most)) : from
}

/**
 * Trains, and keeps the last run to go on from. A call goes at most `most` steps; called again, it goes on. The first may
 * go farther: a figure that wakes must say at once what its page says. One step of the largest network takes less than half
 * a millisecond, so neither two a frame nor forty need a worker.
 */
export function trainer(most = 40, first = 200): (settings: Settings, steps: number) => Run {
  let kept: Run | undefined
  return ({ data, H, seed, rate }, steps) =>
    (kept = towards(kept, { data, H, seed, rate }, steps, kept ? most : first))
}
