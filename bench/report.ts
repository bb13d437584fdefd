import { slope, type Explicit } from './explicit.ts'
import type { Row } from './measure.ts'
import type { Rate } from './small.ts'
import { operations, sizes } from './task.ts'

const best = ({ times }: Row): number => Math.min(...times)
const median = ({ times }: Row): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN
const show = (value: number): string =>
  value.toPrecision(3).replace(/e\+\d+$/, (e) => `·10^${Number(e.slice(2))}`)

/** The ratio that is promised of the fastest of ours, against the peer whose name begins so. */
const promises = [
  ['jax-js', 5],
  ['tfjs', 25],
] as const

const fastestRate = ({ rates }: Rate): number => Math.max(...rates)
const middleRate = ({ rates }: Rate): number => rates.toSorted((a, b) => a - b)[rates.length >> 1] ?? NaN

/** What is promised of ours on small graphs: at least so many times as many calls a second as a peer. */
const smallPromises = [
  ['tfjs', 25],
  ['jax-js', 300],
  ['bare loops', 0.1],
] as const

function smallTable(title: string, rows: readonly Rate[]): string {
  const ours = rows.find(({ name }) => name === 'Nudge')
  const reference = rows.find(({ name }) => name === 'bare loops')
  if (!ours || !reference) throw new Error('the rates of ours and of the bare loops are needed')
  const references = rows.filter(({ name }) => /^(bare|by hand)/.test(name))
  const line = (row: Rate) =>
    `| ${row.name} | ${show(fastestRate(row))} | ${show(middleRate(row))} | ${show(fastestRate(ours) / fastestRate(row))} | ${Math.abs(row.answer - reference.answer).toExponential(0)} |`
  const kept = smallPromises.map(([peer, times]) => {
    const row = rows.find(({ name }) => name.startsWith(peer))
    const ratio = row ? fastestRate(ours) / fastestRate(row) : NaN
    const bounds =
      row && row !== reference
        ? references.map((each) => `; ${each.name}: ${show(fastestRate(each) / fastestRate(row))}×`)
        : []
    return `- ${row?.name ?? peer}: ${show(ratio)}× (aim: ${times}×) ${ratio >= times ? 'reached' : 'not reached'}${bounds.join('')}`
  })
  return `## ${title}

| | best, calls a second | median | ours, times as many | first number's difference |
|---|---|---|---|---|
${rows.map(line).join('\n')}

${kept.join('\n')}
`
}

function builtTable(built: readonly Explicit[]): string {
  const line = ({ N, milliseconds, bytes }: Explicit) =>
    `| ${N} | ${64 * N} | ${show(bytes / 2 ** 20)} | ${show(milliseconds)} |`
  const of = (value: (each: Explicit) => number) =>
    slope(built.map((each) => [each.N, value(each)] as const)).toFixed(2)
  return `## Explicit Jacobians

∂y/∂x of y = xw with D = M = 64·N, built by reverse mode and multiplied by ∂L/∂y, with the core's own loops. On logarithmic axes the bytes grow with slope ${of(({ bytes }) => bytes)} in N and the time with slope ${of(({ milliseconds }) => milliseconds)}; the operations, with slope 5 for large N.

| N | D = M | MiB | ms |
|---|---|---|---|
${built.map(line).join('\n')}
`
}

type Results = {
  readonly layer: readonly Row[]
  /** GFLOP/s that 128-bit vectors give at most. */
  readonly most: number | undefined
  readonly rates: { readonly layer: readonly Rate[]; readonly network: readonly Rate[] }
  readonly built: readonly Explicit[]
}

/** GFLOP/s of a peer's best round. */
const speedOf = (rows: readonly Row[], peer: string): number =>
  operations / Math.min(...rows.filter(({ name }) => name.startsWith(peer)).map(best)) / 1e6

/** A page of Markdown: times, speeds and ratios, and the machine that they are of. */
export function report(
  machine: string,
  { layer: rows, most, rates, built }: Results,
  rounds: number,
): string {
  const ours = rows.filter(({ name }) => name.startsWith('Nudge'))
  const fastest = ours.reduce((left, right) => (best(left) < best(right) ? left : right))
  const line = (row: Row) =>
    `| ${row.name} | ${show(best(row))} | ${show(median(row))} | ${show(operations / best(row) / 1e6)} | ${show(best(row) / best(fastest))} | ${Number.isNaN(row.error) ? '' : row.error.toExponential(0)} |`
  const kept = promises.map(([peer, times]) => {
    const row = rows.find(({ name }) => name.startsWith(peer))
    const ratio = row ? best(row) / best(fastest) : NaN
    return `- ${row?.name ?? peer}: ${show(ratio)}× (aim: ${times}×) ${ratio >= times ? 'reached' : 'not reached'}`
  })
  const { n, d, m } = sizes
  const reach =
    most &&
    `WebAssembly has vectors of 128 bits. Multiplying and adding on registers alone, they reach ${show(most)} GFLOP/s on one thread here; ${promises.map(([peer, times]) => `${times}× ${peer} would take ${show(times * speedOf(rows, peer))}`).join(', ')}.`
  return `# Benchmark

Written by \`npm run bench\`. The linear layer y = xw with N = ${n}, D = ${d}, M = ${m}: forward and both gradients, ${show(operations / 1e9)} GFLOP, one thread, float32. All in one page, each once a round, ${rounds} rounds after one that is not counted; NumPy after them.

${machine}

| | best, ms | median, ms | GFLOP/s | times the fastest of ours | largest error |
|---|---|---|---|---|---|
${rows.map(line).join('\n')}

By their best rounds, the fastest of ours beside:

${kept.join('\n')}

${reach ?? ''}

${smallTable('A small layer: forward and both gradients of the 1×2·2×3 layer', rates.layer)}
${smallTable('A small network: 2-16-16-2 on a batch of 32, loss and six gradients', rates.network)}
${builtTable(built)}`
}
