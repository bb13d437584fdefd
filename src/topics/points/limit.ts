import { nth } from '@/autodiff'

/** A value that was computed at a distance h from a point, and how far rounding may have moved it. */
export type Sample = { readonly h: number; readonly value: number; readonly noise: number }

/** What the values do as h goes to 0. */
export type Limit =
  | { readonly kind: 'settles'; readonly limit: number; readonly within: number }
  | { readonly kind: 'grows'; readonly sign: 1 | -1 }
  | { readonly kind: 'swings' }
  | { readonly kind: 'unclear' }

/** Samples lie at h that shrink by this factor; no power of two, so that sin(1/h) is not caught at the same phase. */
export const ratio = 0.69

const unclear: Limit = { kind: 'unclear' }

/**
 * The limit of samples whose h shrink by `ratio`, the largest h first. Slow convergence (h^0.1, 1/log h), growth
 * without bound (log h, h^−0.5) and swinging are told apart by how the steps between neighbours shrink; samples that
 * are mostly rounding are left out. `unit` is a size below which nothing counts as large. Where the samples do not
 * tell, the answer is 'unclear'.
 */
export function limitOf(samples: readonly Sample[], unit = 0): Limit {
  const finite = samples.filter(({ value }) => Number.isFinite(value))
  const wide = finite.slice(0, Math.ceil(finite.length / 4)).map(({ value }) => Math.abs(value))
  const scale = Math.max(Number.MIN_VALUE, unit, ...wide)
  const kept = lessNoisy(finite, scale)
  if (kept.length < 12) return unclear
  return (
    atRest(kept, scale) ??
    (isMonotone(kept, scale) ? limitOfMonotone(kept) : limitOfSwinging(kept.slice(-tailOf(kept))))
  )
}

/** The samples that rounding leaves sharp enough; where these are few, it may blur them more. */
function lessNoisy(samples: readonly Sample[], scale: number): Sample[] {
  const within = (blur: number) =>
    samples.filter(({ noise, value }) => noise <= blur * Math.max(scale, Math.abs(value)))
  return [1e-6, 1e-5, 1e-4].map(within).find(({ length }) => length >= 24) ?? within(1e-3)
}

const tailOf = ({ length }: { length: number }) => Math.max(12, Math.ceil((2 / 3) * length))
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)

/** The last values are one number, but for what rounding leaves. */
function atRest(kept: readonly Sample[], scale: number): Limit | undefined {
  const last = kept.slice(-12)
  const noise = Math.max(...last.map((each) => each.noise))
  const values = last.map(({ value }) => value)
  // What still creeps may creep on for some times as far.
  const within = 8 * spread(values) + noise
  if (spread(values) > 1e-6 * scale + 4 * noise) return undefined
  return settled(values.reduce((sum, value) => sum + value, 0) / values.length, within, scale)
}

/** What is 0 but for the uncertainty is 0. */
function settled(limit: number, given: number, scale: number): Limit {
  const within = Math.max(given, 3e-5 * scale)
  return { kind: 'settles', limit: Math.abs(limit) <= within ? 0 : limit, within }
}

/** From each sample to the next. */
const stepsOf = (kept: readonly Sample[]) =>
  kept.slice(1).map((sample, k) => {
    const before = kept[k] ?? sample // k is an index of the same list
    return { by: sample.value - before.value, noise: sample.noise + before.noise }
  })

function isMonotone(kept: readonly Sample[], scale: number): boolean {
  const steps = stepsOf(kept).filter(({ by, noise }) => Math.abs(by) > 2 * noise + 1e-14 * scale)
  const last = steps.slice(-Math.max(12, Math.ceil(steps.length / 2)))
  return last.length > 0 && (last.every(({ by }) => by > 0) || last.every(({ by }) => by < 0))
}

/** The values at five places that cut the last two thirds into four equal runs, and how many samples a run has. */
function landmarks(kept: readonly Sample[]) {
  const lag = Math.floor((kept.length - 1) / 6)
  return {
    lag,
    places: [4, 3, 2, 1, 0].map((k) => kept[kept.length - 1 - k * lag]).filter((one) => one !== undefined),
  }
}

type Triple = readonly [number, number, number]

/** The limit of values whose steps shrink by a steady factor (Aitken). */
function ofSteady([a, b, c]: Triple): number {
  const shrunk = (c - b) / (b - a)
  return c + ((c - b) * shrunk) / (1 - shrunk)
}

/** The limit of values that come as near as 1/k, k the number of halvings of h (Wynn's ρ). */
const ofSlow = ([a, b, c]: Triple) => b + 2 / (1 / (c - b) - 1 / (b - a))

/**
 * Steps that shrink by a steady factor lead to a limit, those that grow lead beyond every bound. Between them Raabe's
 * test decides, with the number of halvings in h as its index: the steps of 1/log h shrink as 1/k², and settle; those
 * of log h do not shrink, and grow.
 */
function limitOfMonotone(kept: readonly Sample[]): Limit {
  const { lag, places } = landmarks(kept)
  const values = places.map(({ value }) => value)
  const [, second = NaN, third = NaN, fourth = NaN] = values
    .slice(1)
    .map((value, k) => value - nth(values, k))
  const [middle, end] = [(third / second) ** (1 / lag), (fourth / third) ** (1 / lag)]
  const noise = Math.max(...places.map((place) => place.noise))
  // The last places lie at h that x + h has rounded.
  const unsure = (4 * noise) / Math.abs(fourth) / lag + 1e-4
  const grows: Limit = { kind: 'grows', sign: fourth > 0 ? 1 : -1 }
  if (![middle, end].every(Number.isFinite)) return unclear
  if (end > 1 + 1e-3) return middle > 1 ? grows : unclear
  const steady = 1 - end > 4 * unsure && (1 - end) / (1 - middle) > 0.87
  if (end < 0.95 || steady) return extrapolated(values, ofSteady, noise)
  const halvings = Math.log(1 / nth(places, places.length - 1).h) / Math.log(1 / ratio) - lag
  const raabe = halvings * (1 - end)
  if (raabe < 0.75) return grows
  return raabe < 1.4 ? unclear : extrapolated(values, ofSlow, noise)
}

/** The limit that the last values point to, as sure as it agrees with what those before them pointed to. */
function extrapolated(values: readonly number[], point: (values: Triple) => number, noise: number): Limit {
  const [, a = NaN, b = NaN, c = NaN, d = NaN] = values
  const [before, limit] = [point([a, b, c]), point([b, c, d])]
  const within = 2 * Math.abs(limit - before) + 0.02 * Math.abs(limit - d) + noise
  return settled(limit, within, Math.max(...values.map(Math.abs)))
}

/** Values that go to and fro: they settle if the band that holds them narrows, run after run. */
function limitOfSwinging(tail: readonly Sample[]): Limit {
  const third = Math.floor(tail.length / 3)
  const runs = [0, 1, 2].map((k) => tail.slice(tail.length - (3 - k) * third, tail.length - (2 - k) * third))
  const bands = runs.map((run) => run.map(({ value }) => value))
  const [wide = NaN, mid = NaN, narrow = NaN] = bands.map(spread)
  const last = bands.at(-1) ?? []
  const centre = (Math.max(...last) + Math.min(...last)) / 2
  if (narrow < 0.45 * wide && mid < 0.9 * wide)
    return settled(centre, narrow, Math.max(...bands.flat().map(Math.abs)))
  return narrow > 0.7 * wide ? { kind: 'swings' } : unclear
}
