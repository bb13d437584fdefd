import { countText, grouped } from '@/plot/bytes'
import { duration } from '@/plot/duration'
import { num } from '@/plot/format'
import { betweenText, charts, foretold, type Measured } from './charts'
import {
  bytesEach,
  bytesText,
  explicitOperations,
  jacobianBytes,
  layerBytes,
  layerOf,
  productOperations,
  shortOperations,
} from './layer'
import type { ExplicitRun, LayerRun } from './run'
import { words } from './words'

export type State = { N: number }

/** A product: its operations; its time and speed, where they were measured. */
export type Product = { name: 'y' | 'dx' | 'dw' | 'all'; operations: string; time?: string; rate?: string }
/** One line of what was found; without a value while it was not measured. */
export type Fact = { label: string; value: string | undefined }

function products(N: number, run: LayerRun | undefined): Product[] {
  const one = productOperations(layerOf(N))
  const row = (name: Product['name'], operations: number, milliseconds: number | undefined): Product => ({
    name,
    operations: countText(operations),
    ...(milliseconds !== undefined && {
      time: duration(milliseconds / 1000),
      rate: num(operations / milliseconds / 1e6, 3),
    }),
  })
  const single = run?.single
  return [
    row('y', one, single?.y),
    row('dx', one, single?.dx),
    row('dw', one, single?.dw),
    row('all', 3 * one, single?.total),
  ]
}

const kernels = {
  relaxed: 'WebAssembly, relaxed SIMD',
  simd: 'WebAssembly, SIMD',
  typescript: words.withoutKernel,
}

function sharing({ split, single }: LayerRun): string {
  if (!split) return words.oneCore
  const gain = single.total / split.milliseconds
  const told = gain < 1 ? words.noGain : `${gain.toFixed(2)}×`
  return words.threads(split.threads, duration(split.milliseconds / 1000), told, split.shared)
}

/** What a run of the layer found. */
const findings = (run: LayerRun | undefined): Fact[] => [
  { label: words.memory, value: run && bytesText(run.bytes) },
  { label: words.computedBy, value: run && kernels[run.variant] },
  { label: words.gain, value: run && sharing(run) },
]

/** Seconds that the explicit road's operations would take at the speed that this layer's own had here. */
function atOwnSpeed(N: number, { layers }: Measured): number | undefined {
  const run = layers.get(N)
  const sizes = layerOf(N)
  return run && ((run.single.total / 1000) * explicitOperations(sizes)) / shortOperations(sizes)
}

/** What ∂y/∂x costs, and what building small ones found. */
function road(N: number, measured: Measured): Fact[] {
  const last = measured.explicit.at(-1)
  const [own, between] = [atOwnSpeed(N, measured), foretold(N, measured.explicit)]
  return [
    { label: words.numbers, value: countText(jacobianBytes(layerOf(N)) / bytesEach) },
    { label: words.operationsToBuild, value: countText(explicitOperations(layerOf(N))) },
    {
      label: words.largestBuilt,
      value: last && `N = ${last.N}: ${bytesText(last.bytes)}, ${duration(last.milliseconds / 1000)}`,
    },
    {
      label: words.atOwnSpeed,
      value: own === undefined ? undefined : duration(own),
    },
    { label: words.atTheirs(N), value: between && betweenText(between) },
  ]
}

const off = (difference: number): string => (difference === 0 ? 'none' : num(difference, 2))

/** How far answers that should be the same are apart, as parts of the largest entry: rounding, and nothing more. */
function checks(run: LayerRun | undefined, last: ExplicitRun | undefined, product: string): Fact[] {
  const { checked, split } = run ?? {}
  return [
    {
      label: words.recomputed(checked?.count ?? 192),
      value: checked && off(checked.error / (checked.largest || 1)),
    },
    { label: words.againstAll, value: split && off(split.difference) },
    {
      label: words.againstShort(product),
      value: last && off(last.difference / (last.largest || 1)),
    },
  ]
}

/** All that the figure shows. */
export const model = ({ N }: State, measured: Measured) => ({
  charts: charts(measured),
  products: products(N, measured.layers.get(N)),
  findings: findings(measured.layers.get(N)),
  road: road(N, measured),
  /** `product`: ∂L/∂x by the short road, as the reader's course writes it. */
  checks: (product: string) => checks(measured.layers.get(N), measured.explicit.at(-1), product),
  says: sentence(N, measured),
})

const times = (ratio: number) => (ratio < 1000 ? num(ratio, 3) : grouped(Number(ratio.toPrecision(3))))

/** One headline: what the layer takes, and what its Jacobian would. All else is folded away. */
function sentence(N: number, measured: Measured): string {
  const sizes = layerOf(N)
  const run = measured.layers.get(N)
  const layer = run
    ? words.layerTook(duration(run.single.total / 1000))
    : words.layerTakes(countText(shortOperations(sizes)))
  const shape = `N = ${N}, D = M = ${sizes.D}`
  return words.says(shape, layer, roadText(N, measured), bytesText(jacobianBytes(sizes)))
}

/** As it was measured, else by the layer's own speed here, else in operations. */
function roadText(N: number, measured: Measured): string {
  const sizes = layerOf(N)
  const built = measured.explicit.find((each) => each.N === N)
  if (built) return words.took(duration(built.milliseconds / 1000))
  const own = atOwnSpeed(N, measured)
  if (own !== undefined) return words.ownSpeed(duration(own))
  return words.takes(times(explicitOperations(sizes) / shortOperations(sizes)))
}

/** Bytes that WebAssembly can address. */
const addressable = 2 ** 32

/** Why this layer can't be tried here, as a sentence; undefined if it can. `gibibytes`: what the device says it has. */
export function tooLarge({ N }: State, gibibytes: number | undefined): string | undefined {
  const bytes = layerBytes(layerOf(N))
  const needs = words.needs(N, bytesText(bytes))
  const advice = words.smaller
  if (bytes >= addressable) return words.addressable(needs, bytesText(addressable), advice)
  if (gibibytes !== undefined && bytes > (gibibytes * 2 ** 30) / 4)
    return words.quarter(needs, gibibytes, advice)
}
