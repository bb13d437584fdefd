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

const kernels = { relaxed: 'WebAssembly, relaxed SIMD', simd: 'WebAssembly, SIMD', typescript: 'TypeScript' }

function sharing({ split, single }: LayerRun): string {
  if (!split) return 'this device offers one'
  const gain = single.total / split.milliseconds
  const told = gain < 1 ? 'no gain' : `${gain.toFixed(2)}×`
  return `${split.threads} threads: ${duration(split.milliseconds / 1000)}, ${told}`
}

/** What a run of the layer found. */
const findings = (run: LayerRun | undefined): Fact[] => [
  { label: 'memory taken', value: run && bytesText(run.bytes) },
  { label: 'computed by', value: run && kernels[run.variant] },
  { label: 'all threads, and the gain', value: run && sharing(run) },
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
    { label: 'numbers in ∂y/∂x', value: countText(jacobianBytes(layerOf(N)) / bytesEach) },
    { label: 'operations to build and contract it', value: countText(explicitOperations(layerOf(N))) },
    {
      label: 'largest built here',
      value: last && `N = ${last.N}: ${bytesText(last.bytes)}, ${duration(last.milliseconds / 1000)}`,
    },
    {
      label: 'those operations, at the layer’s own speed',
      value: own === undefined ? undefined : duration(own),
    },
    { label: `at the speeds of those built, N = ${N}`, value: between && betweenText(between) },
  ]
}

const off = (difference: number): string => (difference === 0 ? 'none' : num(difference, 2))

/** How far answers that should be the same are apart, as parts of the largest entry: rounding, and nothing more. */
function checks(run: LayerRun | undefined, last: ExplicitRun | undefined): Fact[] {
  const { checked, split } = run ?? {}
  return [
    {
      label: `${checked?.count ?? 192} entries, recomputed in double precision`,
      value: checked && off(checked.error / (checked.largest || 1)),
    },
    { label: 'one thread against all', value: split && off(split.difference) },
    {
      label: 'the explicit road against ∂L/∂y·wᵀ',
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
  checks: checks(measured.layers.get(N), measured.explicit.at(-1)),
  says: sentence(N, measured),
})

const times = (ratio: number) => (ratio < 1000 ? num(ratio, 3) : grouped(Number(ratio.toPrecision(3))))

function sentence(N: number, measured: Measured): string {
  const sizes = layerOf(N)
  const run = measured.layers.get(N)
  const layer = run
    ? `took ${duration(run.single.total / 1000)} here, on ${bytesText(run.bytes)}`
    : `take ${countText(shortOperations(sizes))} operations and ${bytesText(layerBytes(sizes))}`
  const size = bytesText(jacobianBytes(sizes))
  const built = measured.explicit.find((each) => each.N === N)
  const jacobian = built
    ? `took ${duration(built.milliseconds / 1000)}, and ${size}`
    : `takes ${times(explicitOperations(sizes) / shortOperations(sizes))} times as many operations${foretoldText(N, measured)}, and ${size}`
  const shape = `N = ${N}, D = M = ${sizes.D}`
  return `With ${shape}, forward and both gradients ${layer}. To build ∂y/∂x on the way to {dx} ${jacobian}.`
}

/** First what is certain, then what smaller ones let expect. */
function foretoldText(N: number, measured: Measured): string {
  const [own, between] = [atOwnSpeed(N, measured), foretold(N, measured.explicit)]
  const certain = own === undefined ? '' : `: ${duration(own)} at the layer’s own speed`
  if (!between) return certain
  return `${certain}${certain ? ', ' : ': '}${betweenText(between)} at the speeds of those built here`
}

/** Bytes that WebAssembly can address. */
const addressable = 2 ** 32

/** Why this layer can't be tried here, as a sentence; undefined if it can. `gibibytes`: what the device says it has. */
export function tooLarge({ N }: State, gibibytes: number | undefined): string | undefined {
  const bytes = layerBytes(layerOf(N))
  const needs = `With N = ${N} the layer needs ${bytesText(bytes)}`
  const advice = 'Choose a smaller N.'
  if (bytes >= addressable)
    return `${needs}, and a kernel in WebAssembly can address ${bytesText(addressable)}. ${advice}`
  if (gibibytes !== undefined && bytes > (gibibytes * 2 ** 30) / 4)
    return `${needs}, more than a quarter of the ${num(gibibytes)} GiB that this device reports. ${advice}`
}
