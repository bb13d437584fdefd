import { slope, type Explicit } from './explicit.ts'
import type { OnGpu } from './gpu.ts'
import type { Row } from './measure.ts'
import type { Cores } from './page.ts'
import type { Rate } from './small.ts'
import { error, line, median, ratios, show, spread, table } from './tables.ts'
import { operations, sizes } from './task.ts'

const best = ({ times }: Row): number => Math.min(...times)
const speed = (milliseconds: number): number => operations / milliseconds / 1e6
const named = (rows: readonly Row[], start: string): Row | undefined =>
  rows.find(({ name }) => name.startsWith(start))

/** Times of the layer: over the rounds, and the speed of the best one. */
const layerTable = (rows: readonly Row[]): string =>
  table(
    ['', 'ms: median (least to most)', 'GFLOP/s of the best round', 'largest error'],
    rows.map((row) => [row.name, spread(row.times), show(speed(best(row))), error(row.error)]),
  )

function oneThread(rows: readonly Row[], most: number | undefined): string {
  const ours = rows.filter(({ name }) => name.startsWith('Nudge'))
  const fastest = ours.reduce((a, b) => (best(a) < best(b) ? a : b))
  const beside = (peer: string, aim?: number) => {
    const row = named(rows, peer)
    return row ? [line(row.name, ratios(row.times, fastest.times), aim)] : []
  }
  const reach =
    most &&
    `128-bit vectors, multiplying and adding on registers alone, reach ${show(most)} GFLOP/s on one thread here (best of ${3 * fastest.times.length}); the kernel's best round is ${show((100 * speed(best(fastest))) / most)}% of that.`
  return `## One thread

The linear layer in one page, each row once in every round; NumPy after them, in a process of its own. The page's numbers lie where each library keeps them; the rows "vjp(matmul)", jax-js and tfjs make their results anew.

${layerTable(rows)}

${fastest.name}, times as fast, round by round, as:

${[...beside('jax-js'), ...beside('tfjs', 25), ...beside('NumPy')].join('\n')}

${reach ?? ''}
`
}

/** All cores, in a page as any host sends it or in one that is isolated from others. */
function cores({ isolated, threads, rows }: Cores): string {
  const [one, all, peer] = [named(rows, 'Nudge, one'), rows[1], named(rows, 'jax-js')]
  if (!one || !all || !peer) throw new Error('one worker, all of them and the peer are needed')
  const scaling = ratios(one.times, all.times).map((gain) => gain / threads)
  return `### ${isolated ? 'An isolated page (COOP and COEP): memory shared' : 'A page as any host sends it: results handed over'}

${layerTable(rows)}

- Gain of ${threads} workers over one, as a part of ${threads}×: ${spread(scaling)}; goal 0.85, ${median(scaling) >= 0.85 ? 'reached' : 'not reached'}
${line(`All workers, times as fast as ${peer.name}${isolated ? ' with its threads' : ', which has one thread here'}`, ratios(peer.times, all.times), 1.3)}
`
}

function card(found: OnGpu | string, software: OnGpu | string | undefined): string {
  const right = (on: OnGpu) =>
    `all sizes and transposes that were tried gave the kernel's numbers to the last bit`.concat(
      ` (${on.adapter}${on.software ? ', by software' : ''})`,
    )
  if (typeof found !== 'string' && found.rows.length > 0)
    return `## The graphics card

${found.adapter}: ${right(found)}. Each row once in every round, until the card is done; the numbers lie on it.

${layerTable(found.rows)}
`
  const why = typeof found === 'string' ? `no time, since ${found}` : 'no time, since software plays the card'
  const checked = typeof found === 'string' ? software : found
  return `## The graphics card

Here ${why}. ${checked === undefined || typeof checked === 'string' ? 'Nor did the software adapter start, so the shaders were not tested.' : `Correctness alone: ${right(checked)}. float16 was not tried: that adapter has none.`}
`
}

type Aims = Readonly<Record<string, number>>
function small(title: string, rows: readonly Rate[], mine: string, aims: Aims): string {
  const [ours, reference] = [mine, 'bare loops'].map((name) => rows.find((row) => row.name === name))
  if (!ours || !reference) throw new Error('the rates of ours and of the bare loops are needed')
  const off = ({ answer }: Rate) => Math.abs(answer - reference.answer).toExponential(0)
  const aimOf = (name: string) => Object.entries(aims).find(([start]) => name.startsWith(start))?.[1]
  const others = rows.filter((row) => row !== ours)
  return `## ${title}

Calls a second, each row for a quarter of a second in every round.

${table(
  ['', 'median (least to most)', "first number's difference"],
  rows.map((row) => [row.name, spread(row.rates), off(row)]),
)}

${mine}, times as many calls, round by round, as:

${others.map(({ name, rates }) => line(name, ratios(ours.rates, rates), aimOf(name))).join('\n')}
`
}

function jacobians(built: readonly (readonly Explicit[])[]): string {
  const rounds = (k: number) => built.map((round) => round[k]?.milliseconds ?? NaN)
  const of = (value: (each: Explicit) => number) =>
    spread(built.map((round) => slope(round.map((each) => [each.N, value(each)] as const))))
  return `## Explicit Jacobians

∂y/∂x of y = xw with D = M = 64·N, built by reverse mode and multiplied by ∂L/∂y, with the core's own loops: in each of ${built.length} rounds the quickest of the tries that 600 ms allow. On logarithmic axes the bytes grow with slope 4 in N, the time with slope ${of(({ milliseconds }) => milliseconds)}; the operations, with slope 5 for large N.

${table(
  ['N', 'D = M', 'MiB', 'ms'],
  (built[0] ?? []).map(({ N, bytes }, k) => [
    String(N),
    String(64 * N),
    show(bytes / 2 ** 20),
    spread(rounds(k)),
  ]),
)}
`
}

export type Results = {
  readonly layer: readonly Row[]
  /** GFLOP/s that 128-bit vectors give at most. */
  readonly most: number | undefined
  readonly cores: readonly Cores[]
  readonly gpu: OnGpu | string
  readonly software: OnGpu | string | undefined
  readonly rates: { readonly layer: readonly Rate[]; readonly network: readonly Rate[] }
  readonly built: readonly (readonly Explicit[])[]
}

/** A page of Markdown: what was measured, how, and how far it spread. */
export function report(machine: string, results: Results, rounds: number): string {
  const { n, d, m } = sizes
  return `# Benchmark

Written by \`npm run bench\`. ${machine}.

Every table has ${rounds} rounds after one that is not counted, and says the median with the least and the most. Ratios are taken within a round, so that what else the machine does meets both sides; of a machine that does much else, ratios are worth more than times. The layer is y = xw with N = ${n}, D = ${d}, M = ${m}: forward and both gradients, ${show(operations / 1e9)} GFLOP, float32 unless said.

${oneThread(results.layer, results.most)}
## All cores

Workers as in Run it: each owns columns of w, y and ∂L/∂y, by its measured speed. A pass of ours lasts until y is whole and the parts of ∂L/∂x are added up, in the page or in shared memory; ∂L/∂w stays with the workers, where a training needs it.

${results.cores.map(cores).join('\n')}
${card(results.gpu, results.software)}
${small('A small layer: forward and both gradients of the 1×2·2×3 layer', results.rates.layer, 'Nudge', { tfjs: 25, 'jax-js': 300, bare: 0.1 })}
${small('A small network: 2-16-16-2 on a batch of 32, loss and six gradients', results.rates.network, 'Nudge, compiled', { tfjs: 8, bare: 0.8 })}
${jacobians(results.built)}`
}
