import type { Row } from './measure.ts'
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

/** A page of Markdown: times, speeds and ratios, and the machine that they are of. */
export function report(machine: string, rows: readonly Row[], rounds: number): string {
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
  return `# Benchmark

Written by \`npm run bench\`. The linear layer y = xw with N = ${n}, D = ${d}, M = ${m}: forward and both gradients, ${show(operations / 1e9)} GFLOP, one thread, float32. All in one page, each once a round, ${rounds} rounds after one that is not counted; NumPy after them.

${machine}

| | best, ms | median, ms | GFLOP/s | times the fastest of ours | largest error |
|---|---|---|---|---|---|
${rows.map(line).join('\n')}

By their best rounds, the fastest of ours beside:

${kept.join('\n')}
`
}
