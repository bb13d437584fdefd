import { mul, sub, tensor, valueAndGrad, type Tensor } from '@/autodiff'
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

const fits = (loss: number, params: Params) =>
  Math.abs(loss) < limit &&
  Object.values(params).every(({ data }: Tensor) => data.every((value) => Math.abs(value) < limit))

/** `steps` more steps of gradient descent on the whole data set: each moves every parameter by −rate · ∂L/∂parameter. */
export function advance(run: Run, steps: number): Run {
  const { data, settings } = run
  const [x, weights] = [xOf(data), weightsOf(data.labels)]
  const measure = valueAndGrad((params: Params) => lossOf(x, weights, params))
  const losses = [...run.losses]
  let { params, stopped } = run
  for (let k = 0; k < steps && !stopped; k++) {
    const [, gradient] = measure(params)
    const down = (name: keyof Params) => sub(params[name], mul(settings.rate, gradient[name]))
    const next: Params = { w1: down('w1'), b1: down('b1'), w2: down('w2'), b2: down('b2') }
    const loss = lossOf(x, weights, next).item()
    stopped = !fits(loss, next)
    if (stopped) break
    params = next
    losses.push(loss)
  }
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
