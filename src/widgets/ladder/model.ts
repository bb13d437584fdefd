import { countText, grouped } from '@/plot/bytes'
import { duration } from '@/plot/duration'
import { num } from '@/plot/format'
import { bytesText, explicitOperations, jacobianBytes, layerOf, shortOperations } from '../run-it/layer'
import { precision, rungs, type Climbed, type Found, type Rung } from './rungs'
import { words } from './words'

export type State = { N: number }
export const most = 64

/** The axis of speeds, in GFLOP/s, and its marks. */
export const axis = {
  min: 0.01,
  max: 10_000,
  ticks: [0.01, 0.1, 1, 10, 100, 1000, 10_000],
  named: [0.01, 1, 100, 10_000],
}

/** Where a speed stands on the axis, from 0 to 1. */
export const alongAxis = (rate: number): number =>
  Math.min(1, Math.max(0, Math.log(rate / axis.min) / Math.log(axis.max / axis.min)))

/** A step as it is shown: with what was measured, or with why it was not. */
export type Row = {
  rung: Rung
  time?: string
  rate?: string
  /** Its time as a part of the longest. */
  length?: number
  /** Its speed on the logarithmic axis. */
  place?: number
  /** Not to be had here. */
  absent?: boolean
  notes: readonly string[]
}

const isClimbed = (found: Found | undefined): found is Climbed =>
  found !== undefined && 'milliseconds' in found
const rateOf = (N: number, { milliseconds }: Climbed) => shortOperations(layerOf(N)) / milliseconds / 1e6
const error = ({ checked }: Climbed) => checked.error / (checked.largest || 1)

/** Whether the answer is the right one, within what its numbers can hold. */
const holds = (found: Climbed) => error(found) <= precision(found.rung)

function verdict(found: Climbed): string {
  const off = error(found)
  if (off === 0) return words.exact
  return holds(found) ? words.same(num(off, 1)) : words.wrong(num(off, 2))
}

function notes(found: Climbed): string[] {
  const { share, threads, card } = found
  return [
    ...(share < 1 ? [words.sampled(`${num(100 * share, 2)}%`)] : []),
    ...(threads ? [words.threads(threads)] : []),
    ...(card ? [words.card(card.adapter, card.software)] : []),
    verdict(found),
  ]
}

function rowOf(N: number, rung: Rung, found: Found | undefined, longest: number): Row {
  if (!found) return { rung, notes: [] }
  if (!isClimbed(found)) return { rung, absent: true, notes: [words.absent(found.why.replace(/\.$/, ''))] }
  const rate = rateOf(N, found)
  return {
    rung,
    time: duration(found.milliseconds / 1000),
    rate: words.speed(num(rate, 3)),
    length: found.milliseconds / longest,
    place: alongAxis(rate),
    notes: notes(found),
  }
}

const times = (ratio: number) => (ratio < 1000 ? num(ratio, 3) : grouped(Number(ratio.toPrecision(3))))

function sentence(N: number, climbed: readonly Climbed[]): string {
  const sizes = layerOf(N)
  const [shape, operations] = [`N = ${N}, D = M = ${sizes.D}`, countText(shortOperations(sizes))]
  const loops = climbed.find(({ rung }) => rung === 'loops')
  const [fastest] = climbed.filter(holds).sort((a, b) => a.milliseconds - b.milliseconds)
  if (!loops || !fastest) return words.before(shape, operations)
  const slow = duration(loops.milliseconds / 1000)
  if (fastest === loops) return words.one(shape, slow, operations)
  const gain = times(loops.milliseconds / fastest.milliseconds)
  return words.after(shape, slow, duration(fastest.milliseconds / 1000), fastest.rung, gain, operations)
}

/** All that the figure shows. What was found is of this N. */
export function model({ N }: State, found: readonly Found[]) {
  const sizes = layerOf(N)
  const climbed = found.filter(isClimbed)
  const longest = Math.max(...climbed.map(({ milliseconds }) => milliseconds))
  const ratio = explicitOperations(sizes) / shortOperations(sizes)
  return {
    rows: rungs.map((rung) =>
      rowOf(
        N,
        rung,
        found.find((each) => each.rung === rung),
        longest,
      ),
    ),
    says: sentence(N, climbed),
    notDone: words.notDone(bytesText(jacobianBytes(sizes)), times(ratio)),
  }
}
