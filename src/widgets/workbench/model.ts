import { nth, pieces, type Piece } from '@/autodiff'
import { check, derive, LayerError, readLayer, typeset, type Layer, type Line, type Verdict } from '@/derive'
import { alignedTex } from '@/topics/programs/aligned'
import { lineElsewhere } from '@/topics/letters/lines'
import { elsewhere } from '@/topics/letters/elsewhere/words'
import { words } from './words'

export type State = {
  /** The layer's program. */
  layer: string
  /** The input whose gradient is wanted. */
  of: string
  /** The reader's lines, each in a line of its own. */
  lines: string
  /** The letter that is lit in all lines; nothing where it is empty. */
  letter: string
  /** Whether all of it is drawn as tensor diagrams too. */
  wires: 'yes' | 'no'
}

export const longestLayer = 600
export const longestLines = 2400
const mostLines = 40

/** A line of the reader's, as it is set if it can be read, and what is to be said of it; nothing of an empty one. */
export type Row = {
  readonly text: string
  readonly formula: Piece | undefined
  readonly verdict: Verdict | undefined
  /** Whole lines to write instead, where a name is misspelt. */
  readonly suggestions: readonly string[]
}

type Broken = {
  readonly layer: undefined
  readonly fault: {
    readonly line: number
    readonly place: readonly [number, number]
    readonly sentence: string
    /** Whole programs to write instead. */
    readonly suggestions: readonly string[]
  }
}
type Whole = {
  readonly layer: Layer
  readonly of: string
  readonly fault: undefined
  readonly rows: readonly Row[]
  /** The number of the first line that is false, from 0. */
  readonly firstWrong: number | undefined
  /** The last line that is right is the answer. */
  readonly finished: boolean
  /** The short form of the answer, where the reader's is longer. */
  readonly shorter: string | undefined
  /** The line of the derivation that comes after the reader's last right one; nothing after the end. */
  readonly next: Line | undefined
  /** The letters of the axes that stand in the lines. */
  readonly letters: readonly string[]
}
export type Scene = Broken | Whole

const lately = new Map<string, Scene>()

/** All that the figure shows; the same state is not judged twice. */
export function model(state: State): Scene {
  const key = JSON.stringify([state.layer, state.of, state.lines])
  const known = lately.get(key)
  if (known) return known
  const scene = judge(state)
  if (lately.size > 30) lately.clear()
  lately.set(key, scene)
  return scene
}

function judge({ layer: text, of: wanted, lines }: State): Scene {
  try {
    const layer = readLayer(text)
    const names = layer.inputs.map(({ name }) => name)
    if (names.length === 0) return broken(text, new LayerError('empty', words.noInput, [0, 0]))
    const of = names.includes(wanted) ? wanted : nth(names, 0)
    return judged(layer, of, linesOf(lines))
  } catch (error) {
    if (error instanceof LayerError) return broken(text, error)
    throw error
  }
}

function broken(text: string, { line, place, message, instead }: LayerError): Broken {
  const written = text.split('\n')
  const suggestions = putRight(nth(written, line - 1), place, instead).map((other) =>
    written.with(line - 1, other).join('\n'),
  )
  return { layer: undefined, fault: { line, place, sentence: message, suggestions } }
}

/** A line with what may have been meant in one place of it; nothing where nobody knows. */
const putRight = (line: string, [from, to]: readonly [number, number], instead: string | undefined) =>
  instead === undefined ? [] : [line.slice(0, from) + instead + line.slice(to)]

/** The lines of a text; always at least one, to write into. */
export const linesOf = (text: string): string[] => text.split('\n').slice(0, mostLines)

/** A line that is wrong here and right in another convention hears in which. */
function named(verdict: Verdict, source: string, of: string, line: string): Verdict {
  const there = verdict.kind === 'right' ? undefined : lineElsewhere(source, of, line)
  return there === undefined ? verdict : { ...verdict, says: `${elsewhere.line(there)} ${verdict.says}` }
}

function judged(layer: Layer, of: string, texts: readonly string[]): Whole {
  const written = texts.filter((text) => text.trim() !== '')
  const verdicts = check(layer, of, written)
  let at = 0
  const rows = texts.map((text): Row => {
    if (text.trim() === '') return { text, formula: undefined, verdict: undefined, suggestions: [] }
    const verdict = named(nth(verdicts, at++), layer.source, of, text)
    const suggestions = verdict.span ? putRight(text, verdict.span, verdict.instead) : []
    return { text, formula: typeset(layer, text), verdict, suggestions }
  })
  const wrong = rows.findIndex(({ verdict }) => verdict && verdict.kind !== 'right')
  const steps = derive(layer, of).lines
  const finished = wrong < 0 && verdicts.at(-1)?.finished === true
  const shorter = verdicts.at(-1)?.shorter ?? asMatrices(written.at(-1) ?? '', steps)
  return {
    layer,
    of,
    fault: undefined,
    rows,
    firstWrong: wrong < 0 ? undefined : wrong,
    finished,
    shorter,
    next: finished && shorter === undefined ? undefined : following(steps, rows),
    letters: lettersIn([...written, ...steps.map((line) => line.text)]),
  }
}

/** A sum over letters is longer than the product that it is. */
function asMatrices(line: string, steps: readonly Line[]): string | undefined {
  const short = steps.at(-1)
  return short?.form === 'matrices' && /^[^=]*\]\s*=|Σ/.test(line) ? short.text : undefined
}

const plain = (text: string) => text.replace(/\s+/g, '')
const about = (text: string) =>
  plain(nth(text.split('='), 0))
    .replace(/\[.*\]/, '')
    .replace(/^(?:∂L\/∂|dL\/d)/, 'd')

/**
 * The line that comes next: the one after the last that the reader has written down as it stands, else the first of
 * the derivation whose left side the reader has not come past.
 */
function following(steps: readonly Line[], rows: readonly Row[]): Line | undefined {
  const right = rows.filter(({ verdict }) => verdict?.kind === 'right').map(({ text }) => text)
  const same = steps.findLastIndex((step) => right.some((text) => plain(text) === plain(step.text)))
  const own = right.at(-1)
  if (own === undefined) return steps[0]
  // A line of the reader's own wording stands for all of the derivation's lines about the same gradient and form.
  const form = /\[/.test(nth(own.split('='), 0)) ? 'indices' : 'matrices'
  const reached = steps.findLastIndex(
    (step) => about(step.text) === about(own) && (form === 'matrices' || step.form === form),
  )
  return steps[Math.max(same, plain(own) === plain(steps[same]?.text ?? '') ? same : reached) + 1]
}

/** Single letters that stand as an index, in the order in which they come. */
function lettersIn(lines: readonly string[]): string[] {
  const indices = lines.flatMap((line) =>
    [...line.matchAll(/\[([^\]]*)\]|Σ_([a-z])/g)].map(([, inside, summed]) => inside ?? summed ?? ''),
  )
  return [...new Set(indices.flatMap((text) => text.match(/[a-z]/g) ?? []))]
}

/** The reader's lines with the next one of the derivation behind the last that is not empty. */
export function withNext(lines: string, next: Line): string {
  const kept = linesOf(lines)
  while (kept.length > 0 && nth(kept, kept.length - 1).trim() === '') kept.pop()
  return [...kept, next.text].join('\n')
}

/** A formula with one index letter marked wherever it stands as an index. */
export function lit(formula: Piece, index: string, below = false): Piece {
  if (below && formula.kind === 'letter' && formula.text === index) return pieces.hue('lit', formula)
  return pieces.within(formula, (part) => lit(part, index, below || formula.kind === 'lowered'))
}

/** All lines as TeX, aligned at their equals signs. */
export const asTex = (rows: readonly Row[]): string => alignedTex(rows.map(({ formula }) => formula))

/** All lines as text, with what was said of each that is not right. */
export const asText = (rows: readonly Row[]): string =>
  rows
    .filter(({ verdict }) => verdict !== undefined)
    .map(({ text, verdict }) => (verdict && verdict.kind !== 'right' ? `${text}    # ${verdict.says}` : text))
    .join('\n')
