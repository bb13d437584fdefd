import { LayerError, readLayer, type Layer } from '@/derive'
import { words } from './words'

/** What is wrong with one line. */
export type Fault = {
  readonly sentence: string
  readonly place: readonly [number, number]
  /** Whole lines to write instead. */
  readonly suggestions: readonly string[]
}

/** A program read as far as it can be: each line that cannot is left out, with what is wrong with it. */
export type Reading = {
  readonly lines: readonly string[]
  readonly layer: Layer | undefined
  /** By line, from 0. */
  readonly faults: ReadonlyMap<number, Fault>
  /** Why there is no layer at all, as a sentence. */
  readonly nothing: string
}

/** The names that stand left of the first sign of a line. */
export const namesIn = (line: string): string[] =>
  (/^([^:=∈[]*)/u.exec(line)?.[1] ?? '').split(',').flatMap((name) => name.trim() || [])

/** What may have been meant, as a whole line. */
const instead = (line: string, { place: [from, to], instead: other }: LayerError): string[] =>
  other === undefined ? [] : [line.slice(0, from) + other + line.slice(to)]

const lately = new Map<string, Reading>()

/** Reads a program, and goes on behind what cannot be read. */
export function read(program: string): Reading {
  const known = lately.get(program)
  if (known) return known
  const reading = readOn(program.split('\n'))
  if (lately.size > 30) lately.clear()
  lately.set(program, reading)
  return reading
}

function readOn(lines: readonly string[]): Reading {
  const left = [...lines]
  const faults = new Map<number, Fault>()
  /** Names that a line would have given, which cannot be read. */
  const lost = new Map<string, number>()
  for (;;) {
    const source = left.join('\n')
    try {
      return { lines, layer: readLayer(source), faults, nothing: '' }
    } catch (error) {
      if (!(error instanceof LayerError)) throw error
      const k = error.line - 1
      const line = left[k]
      if (error.kind === 'empty' || line === undefined || line === '')
        return { lines, layer: undefined, faults, nothing: faults.size ? words.nothingReads : error.message }
      const missing = lost.get(line.slice(...error.place))
      faults.set(k, {
        sentence:
          missing === undefined ? error.message : words.waits(line.slice(...error.place), missing + 1),
        place: error.place,
        suggestions: missing === undefined ? instead(line, error) : [],
      })
      for (const name of namesIn(line)) if (!lost.has(name)) lost.set(name, k)
      left[k] = ''
    }
  }
}
