import { nth, pieces, type Piece } from '@/autodiff'
import { readFunction, type Fn, type Preset } from '@/figure/pure'
import { words } from './words'

/** Functions of one number that between them show what a derivative can do, and where it gives up. */
export const presets: readonly Preset[] = [
  { source: 'x^2', name: 'x²' },
  { source: 'sin(x)', name: 'sin x' },
  { source: 'exp(x)', name: 'eˣ' },
  { source: '1/x', name: '1/x' },
  { source: 'sqrt(x)', name: '√x' },
  { source: 'abs(x)', name: '|x|' },
  { source: 'x > 0', name: words.step },
  { source: 'where(equal(x, 0), 0, x sin(1/x))', name: 'x·sin(1/x), 0 at 0' },
]

/** f(x) = … */
export const ofX = (formula: Piece): Piece =>
  pieces.row(
    pieces.letter('f'),
    pieces.fenced(pieces.hue('x', pieces.letter('x'))),
    pieces.sign('='),
    formula,
  )

/** y = …, z = … */
export const both = (f: Piece, g: Piece): Piece =>
  pieces.row(
    pieces.hue('y', pieces.letter('y')),
    pieces.sign('='),
    f,
    pieces.mark(','),
    pieces.space(true),
    pieces.letter('z'),
    pieces.sign('='),
    g,
  )

/** For a figure's `check`: what is wrong with the functions that a link brings. */
export function checkFunctions(sources: readonly string[], names: readonly string[]): string | undefined {
  for (const [k, source] of sources.entries()) {
    const read = readFunction(source, [names[k] ?? 'x'])
    if ('error' in read) return words.unusable(source.slice(0, 30), read.error)
  }
}

/** f at one number, rounded to the format that is asked for. */
export const valueOf = (fn: Fn, x: number) => fn.value([x])
export const slopeOf = (fn: Fn, x: number) => nth(fn.gradient([x]), 0)

/** The one kind of function whose slope tells all. */
export const linear: Preset = { source: '3x - 1', name: '3x − 1' }

/** Links of a chain, written in the letter of their input. */
export const links = (letter: string): readonly Preset[] => [
  { source: `${letter}^2`, name: `${letter}²` },
  { source: `sin(${letter})`, name: `sin ${letter}` },
  { source: `exp(${letter})`, name: words.exp(letter) },
  { source: `3${letter}`, name: `3${letter}` },
  { source: `${letter}/2`, name: `${letter}/2` },
  { source: `1/${letter}`, name: `1/${letter}` },
  { source: `relu(${letter})`, name: `relu ${letter}` },
]
