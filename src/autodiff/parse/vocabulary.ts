import { primitives } from '../ops/primitives.ts'
import { spellings, without, type SpellingKind } from './spellings.ts'
import { plain } from './tokens.ts'

/** What a word in a formula means. `other`: the book would write it differently. */
export type Meaning = { readonly other: boolean } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'op'; readonly op: string }
  | { readonly kind: 'constant'; readonly value: number; readonly text: string }
)

const constants: ReadonlyMap<string, readonly [value: number, text: string]> = new Map([
  ['pi', [Math.PI, 'pi']],
  ['π', [Math.PI, 'pi']],
  ['PI', [Math.PI, 'pi']],
  ['e', [Math.E, 'e']],
  ['true', [1, 'true']],
  ['True', [1, 'true']],
  ['false', [0, 'false']],
  ['False', [0, 'false']],
])

const listed = (kind: SpellingKind): ReadonlyMap<string, string> => new Map(Object.entries(spellings[kind]))
const [functions, settings, names] = [listed('function'), listed('setting'), listed('name')]

/** np, torch and their kin, whose functions are called as np.exp. */
export const modules: ReadonlyMap<string, string> = listed('module')

/** The book's name for a setting. */
export const settingNamed = (name: string): string => settings.get(name) ?? name

const flat = (word: string): string => word.toLowerCase().replaceAll('_', '')

/** The op that goes by a name, in the book or elsewhere. */
export function opNamed(text: string): string | undefined {
  const op = functions.get(text) ?? text
  if (primitives.has(op)) return op
  if (without.has(text)) return undefined
  const word = flat(text)
  return word.length > 1 ? [...primitives.keys()].find((name) => flat(name) === word) : undefined
}

/** The allowed name that a word stands for: itself, w_1 for w1, X where there is only x, dout for dy. */
export function nameAmong(text: string, known: readonly string[]): string | undefined {
  for (const name of [text, plain(text)]) if (known.includes(name)) return name
  const elsewhere = names.get(text)
  if (elsewhere !== undefined && known.includes(elsewhere)) return elsewhere
  const alike = known.filter((name) => name.toLowerCase() === plain(text).toLowerCase())
  return alike.length === 1 ? alike[0] : undefined
}

/** What a word means where these names are allowed, or any when left out; undefined if it has no meaning. */
export function meaningOf(text: string, known: readonly string[] | undefined): Meaning | undefined {
  if (known?.includes(text)) return { kind: 'name', name: text, other: false }
  const op = opNamed(text)
  if (op !== undefined && primitives.has(functions.get(text) ?? text))
    return { kind: 'op', op, other: op !== text }
  const constant = constants.get(text)
  const name = known && nameAmong(text, known)
  if (constant && (name === undefined || plain(text) !== name))
    return { kind: 'constant', value: constant[0], text: constant[1], other: false }
  if (name !== undefined) return { kind: 'name', name, other: plain(text) !== name }
  return op === undefined ? undefined : { kind: 'op', op, other: true }
}

/**
 * The words that a word without a meaning is made of: xe is x and e, xsin is x and sin, sin2x is sin, 2 and x. Nothing
 * if there is no way, or more than one.
 */
export function split(word: string, known: readonly string[]): readonly string[] | undefined {
  if (word.length > 40) return undefined
  const ways: string[][][] = [[[]]]
  for (let end = 1; end <= word.length; end++) {
    const here: string[][] = []
    for (let start = 0; start < end; start++) {
      const piece = word.slice(start, end)
      for (const before of ways[start] ?? [])
        if (here.length < 2 && isPiece(piece, before.at(-1), known)) here.push([...before, piece])
    }
    ways.push(here)
  }
  const [only, more] = ways[word.length] ?? []
  return more === undefined && only !== undefined && only.length > 1 ? only : undefined
}

function isPiece(piece: string, before: string | undefined, known: readonly string[]): boolean {
  // A number may stand after a function alone: x2 is a name, and if there is none, nobody knows what was meant.
  if (/^\d+$/.test(piece)) return before !== undefined && !known.includes(before) && primitives.has(before)
  if (known.includes(piece) || known.includes(plain(piece)) || without.has(piece)) return true
  return (
    piece === 'π' ||
    piece === 'pi' ||
    (piece === 'e' && !known.includes('e')) ||
    primitives.has(functions.get(piece) ?? piece)
  )
}
