import type { Field } from '@/figure/pure'
import type { FormatName } from '@/topics/memory/model'
import { words } from './words'

export const panels = ['derivation', 'passes', 'code', 'backward', 'jacobian', 'check', 'costs'] as const
export type Panel = (typeof panels)[number]

export type State = {
  /** The program, line by line. */
  program: string
  /** What the letters of sizes are, where the reader has said so. */
  sizes: Counts
  /** Entries that the reader has set: x.1.2, counted from 1. */
  entries: Counts
  /** Which numbers all other entries are. */
  seed: number
  /** The name whose gradient is looked at. */
  of: string
  /** The value whose Jacobian is looked at; the output where it is empty. */
  head: string
  panel: Panel
  /** Whether the lines have their numbers below them. */
  numbers: 'shown' | 'hidden'
  /** The sizes at which costs are counted, where the reader has said so. */
  large: Counts
  format: FormatName
  /** The reader's own backward pass. */
  lines: string
  /** Which step of the two passes is shown. */
  step: number
}

/** A program as it comes to the figure. */
export const startOf = (program: string, of = ''): State => ({
  program,
  sizes: {},
  entries: {},
  seed: 1,
  of,
  head: '',
  panel: 'derivation',
  numbers: 'shown',
  large: {},
  format: 'float32',
  lines: '',
  step: 0,
})

export type Counts = Readonly<Record<string, number>>

export const longestProgram = 1500
export const longestLine = 300
export const mostLines = 40
/** Of both passes: a line takes few values. */
export const mostSteps = 400
export const longestLines = 3000
/** Lengths of axes go from 1 to this where numbers are computed. */
export const longestAxis = 12

const wanted = (what: string, found: string) => new Error(`expected ${what}, found “${found.slice(0, 40)}”`)

/** Numbers by name, as they stand in a link: N=3,D=4. */
export const counts = (least: number, most: number, limit: number): Field<Counts> => ({
  parse(text) {
    const parts = text === '' ? [] : text.split(',')
    if (parts.length > limit) throw wanted(words.valuesAtMost(limit), text)
    return Object.fromEntries(
      parts.map((part) => {
        const [, name, number] =
          /^([\p{L}][\p{L}\p{N}_′.]*)=(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/u.exec(part) ?? []
        const value = Number(number)
        if (name === undefined || !(value >= least && value <= most))
          throw wanted(words.nameAndNumber(least, most), part)
        return [name, value]
      }),
    )
  },
  format: (values) =>
    Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join(','),
})

/** The lines of a text; always at least one, to write into. */
export const linesOf = (text: string): string[] => text.split('\n')
