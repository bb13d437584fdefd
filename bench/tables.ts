export const show = (value: number): string =>
  value.toPrecision(3).replace(/e\+\d+$/, (e) => `·10^${Number(e.slice(2))}`)

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN

/** The median of the rounds, and from which to which they went: how far a number is to be trusted. */
export const spread = (rounds: readonly number[]): string =>
  `${show(median(rounds))} (${show(Math.min(...rounds))} to ${show(Math.max(...rounds))})`

/** Round by round, a as a multiple of b: what else the machine does in a round meets both. */
export const ratios = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, round) => value / (b[round] ?? NaN))

/** A goal beside what was found, by its median over the rounds; a peer without a goal is compared all the same. */
export const line = (name: string, found: readonly number[], aim?: number): string =>
  `- ${name}: ${spread(found)}×${aim === undefined ? '' : `; goal ${aim}×, ${median(found) >= aim ? 'reached' : 'not reached'}`}`

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

export const error = (value: number): string => (Number.isNaN(value) ? '' : value.toExponential(0))
