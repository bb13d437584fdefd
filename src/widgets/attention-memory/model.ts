import { binary, bothCounts, decimal, log10, ratio } from '@/plot/bytes'
import { fits, formats, type FormatName } from '@/topics/memory/model'
import { words } from './words'

/** Queries and keys are the tokens of one text, and queries, keys and values are equally wide. */
export type State = { N: number; D: number; format: FormatName }

/** Texts and rows go from 1 to these. */
export const most = { N: 2 ** 20, D: 2 ** 10 } as const

export const start: State = { N: 2 ** 17, D: 2 ** 7, format: 'bfloat16' }

export type Name = 'Q' | 'KV' | 'y' | 'ell' | 'A' | 'J'
export type Row = { name: Name; shape: string; count: bigint; bytes: bigint; counts: string[] }

/** Every tensor of one head with its exact size: what is always kept, the number for each row, the weights, a Jacobian. */
export function rows({ N, D, format }: State): Record<Name, Row> {
  const [n, d] = [BigInt(N), BigInt(D)]
  const row = (name: Name, shape: string, count: bigint): Row => {
    const bytes = count * formats[format].bytes
    return { name, shape, count, bytes, counts: bothCounts(bytes) }
  }
  const rowsOf = `${N}×${D}`
  return {
    Q: row('Q', rowsOf, n * d),
    KV: row('KV', words.twice(rowsOf), 2n * n * d),
    y: row('y', rowsOf, n * d),
    ell: row('ell', `${N}×1`, n),
    A: row('A', `${N}×${N}`, n * n),
    J: row('J', `(${rowsOf}) × (${rowsOf})`, n * d * n * d),
  }
}

const short = (bytes: bigint) => (bytes < 1000n ? decimal(bytes) : binary(bytes))

/** All that the figure shows. The bars' axis goes from one byte to at least a petabyte, `decades` powers of ten. */
export function model(state: State) {
  const all = rows(state)
  const { Q, KV, y, ell, A, J } = all
  const kept = Q.bytes + KV.bytes + y.bytes
  const times = A.bytes >= kept ? words.more(ratio(A.bytes, kept)) : words.less(ratio(kept, A.bytes))
  return {
    rows: [Q, KV, y, ell, A, J],
    kept,
    decades: Math.max(15, 3 * Math.ceil(log10(J.bytes) / 3)),
    says: [
      words.keep(short(kept)),
      words.weights(short(A.bytes), times, fits(A.bytes)),
      words.again(short(ell.bytes)),
    ].join(' '),
  }
}
