import {
  check,
  costs,
  derive,
  jacobian,
  passes,
  readLayer,
  typeset,
  type Costs,
  type Jacobian,
  type Passes,
  type Verdict,
} from '@/derive'
import type { Piece } from '@/autodiff'
import { gradientsChecked } from './differences'
import { graphOf, type PassGraph } from './graph'

/** A line of a derivation, ready to be set. */
export type Derived = { readonly text: string; readonly why: string; readonly formula: Piece | undefined }

/** A line of the reader's backward pass, judged; nothing of a line that says nothing. */
export type Judged = {
  readonly text: string
  readonly formula: Piece | undefined
  readonly verdict: Verdict | undefined
  /** The gradient that it is about: dx. */
  readonly about: string
}

/** What both passes take, and the Jacobian of the output by one name, as formulas. */
export type Counted = Costs & { readonly jacobian: Jacobian }

/** What a line assigns: dx of `dx = dy @ w.T`. */
const about = (line: string): string =>
  /^\s*(?:∂L\s*\/\s*∂|dL\s*\/\s*d)([\p{L}\p{N}_′]+)[^=]*=/u.exec(line)?.[1]?.replace(/^/, 'd') ??
  /^\s*grad_([\p{L}\p{N}_′]+)\s*(?:\[[^\]]*\])?\s*=/u.exec(line)?.[1]?.replace(/^/, 'd') ??
  /^\s*([\p{L}\p{N}_′]+)\.grad\s*=/u.exec(line)?.[1]?.replace(/^/, 'd') ??
  /^\s*([\p{L}\p{N}_′]+)\s*(?:\[[^\]]*\])?\s*=/u.exec(line)?.[1] ??
  ''

/** Lines of a program that compute nothing: they are passed over. */
const idle = /^\s*(?:$|#|import\b|from\b|def\b|return\b|with\b|class\b|@|"""|print\()/

/**
 * The long work of the playground, by name; it runs in a worker, or, for a program that the book wrote, at once. What
 * comes out is plain data.
 */
export const calls = {
  derivation: ({ source, of }: { source: string; of: string }): Derived[] =>
    derive(source, of).lines.map(({ text, why }) => ({ text, why, formula: typeset(source, text) })),

  costs: ({ source, of }: { source: string; of: string }): Counted => ({
    ...costs(source),
    jacobian: jacobian(source, of),
  }),

  jacobian({
    source,
    of,
  }: {
    source: string
    of: string
  }): Jacobian & { readonly formula: Piece | undefined } {
    const found = jacobian(source, of)
    return { ...found, formula: typeset(source, found.text) }
  },

  check: gradientsChecked,

  graph: ({ source }: { source: string }): PassGraph => graphOf(source),

  passes: ({ source }: { source: string }): Passes => passes(source),

  verdicts({ source, lines }: { source: string; lines: readonly string[] }): Judged[] {
    const layer = readLayer(source)
    const plain = lines.map((line) => line.replace(/\s*#.*$/, '').replace(/;\s*$/, ''))
    const said = plain.filter((line) => !idle.test(line))
    const verdicts = check(layer, layer.inputs[0]?.name ?? layer.output, said)
    let at = 0
    return lines.map((text, k): Judged => {
      const line = plain[k] ?? ''
      if (idle.test(line)) return { text, formula: undefined, verdict: undefined, about: '' }
      return { text, formula: typeset(layer, line), verdict: verdicts[at++], about: about(line) }
    })
  },
} as const

export type Calls = typeof calls
