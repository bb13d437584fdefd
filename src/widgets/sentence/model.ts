import { add, jvp, parse, type Tensor } from '@/autodiff'
import { num, settled } from '@/plot/format'
import { words } from './words'

/** A piece of a sentence: words, a number to change, or one that the core computes. */
export type Part =
  | { kind: 'words'; text: string; symbol: boolean }
  | { kind: 'input'; name: string; start: number }
  | { kind: 'output'; label: string; of: string }

/**
 * What an author writes. In `text`, `{x=2}` is a number to change, `{2*x*dx}` or `{predicted change: 2*x*dx}` one that is
 * computed, `*x*` a symbol. With `f`, an expression in x, a computed one may use f's y, slope, and under the nudge dx
 * its linear change, its true change and the remainder.
 */
export type Source = { text: string; f?: string | undefined }

const input = /^\s*(\p{L}\w*)\s*=\s*([-−]?[\d.]+)\s*$/u
const labelled = /^\s*([\p{L}\s,’']+):(.*)$/su

function braced(text: string): Part {
  const [, name, start] = input.exec(text) ?? []
  if (name && start) return { kind: 'input', name, start: Number(start.replace('−', '-')) }
  const [, label = text, of = text] = labelled.exec(text) ?? []
  return { kind: 'output', label: label.trim(), of: of.trim() }
}

/** A sentence in its parts. */
export const partsOf = (text: string): Part[] =>
  text.split(/\{([^}]*)\}/).flatMap((piece, i): Part[] =>
    i % 2
      ? [braced(piece)]
      : piece
          .split(/\*([^*]+)\*/)
          .map((between, k): Part => ({ kind: 'words', text: between, symbol: k % 2 === 1 }))
          .filter((part) => part.kind !== 'words' || part.text !== ''),
  )

export const inputsOf = (parts: readonly Part[]) => parts.filter((part) => part.kind === 'input')

type Env = Record<string, number>

/** What a function does at x under a nudge dx, by name. */
function around(f: string, env: Env): Env {
  const read = parse(f, { names: Object.keys(env) })
  const at = (values: Env) => read.f(values)
  const { x, dx = 0 } = env
  if (x === undefined) throw new Error(`“${f}” needs an x: a number {x=…} in the sentence`)
  const rest = (record: Record<string, Tensor>) => read.f({ ...env, ...record })
  const [y, slope] = jvp(rest, [{ x }], [{ x: 1 }])
  const change = at({ ...env, x: add(x, dx).item() }).item() - y.item()
  const linear = slope.item() * dx
  return { y: y.item(), slope: slope.item(), linear, change, remainder: change - linear }
}

const number = (value: number) => (Number.isFinite(value) ? num(settled(value)) : words.notDefined)

/** A part with its number: the reader's, whose place among these is `index`, or the computed one as text. */
export type Piece =
  | Extract<Part, { kind: 'words' }>
  | { kind: 'input'; name: string; index: number; value: number }
  | { kind: 'output'; label: string; text: string }

/** A sentence with the reader's numbers in it. Throws where the author wrote what can't be read. */
export function pieces({ text, f }: Source, values: readonly number[]): Piece[] {
  const parts = partsOf(text)
  const inputs = inputsOf(parts)
  const valueOf = (index: number) => values[index] ?? inputs[index]?.start ?? 0
  const given: Env = Object.fromEntries(inputs.map(({ name }, index) => [name, valueOf(index)]))
  const env = f === undefined ? given : { ...given, ...around(f, given) }
  const names = Object.keys(env)
  return parts.map((part): Piece => {
    if (part.kind === 'words') return part
    if (part.kind === 'output')
      return { kind: 'output', label: part.label, text: number(parse(part.of, { names }).f(env).item()) }
    const index = inputs.indexOf(part)
    return { kind: 'input', name: part.name, index, value: valueOf(index) }
  })
}

/** The whole sentence as text, for the ear. */
export const spoken = (of: readonly Piece[]) =>
  of.map((piece) => (piece.kind === 'input' ? num(piece.value) : piece.text)).join('')
