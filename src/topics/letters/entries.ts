import { pieces, type Piece } from '@/autodiff'
import { isTurned, type Convention, type Owner } from './conventions'

const role = (of: Owner) => (of === 'b' ? 'w' : of)

/** The letters of a tensor's indices in a convention: n, d for the handout's x, and d, n with examples in columns. */
export const indicesOf = ({ shapes }: Convention, of: Owner): string[] => shapes[of].toLowerCase().split('×')

/** A place of the handout's tensor, counted from 0 or 1, as a convention has it. */
export const placeIn = (convention: Convention, of: Owner, place: readonly [number, number]) =>
  isTurned(convention, of) ? ([place[1], place[0]] as const) : place

const lowered = (index: readonly (string | number)[]): Piece =>
  pieces.lowered(
    pieces.row(
      ...index.flatMap((one, k) => [
        ...(k > 0 ? [pieces.mark(',')] : []),
        typeof one === 'number' ? pieces.numeral(one) : pieces.letter(one),
      ]),
    ),
  )
const entry = (letters: string, index: readonly (string | number)[]) =>
  pieces.row(...[...letters].map(pieces.letter), lowered(index))

/** W with its indices, in its hue; `short` is dy, for an entry of ∂L/∂y. */
export const entryIn = (convention: Convention, of: Owner, index = indicesOf(convention, of)): Piece =>
  pieces.hue(role(of), entry(convention.letters[of], index))
export const shortIn = (convention: Convention): Piece =>
  pieces.hue('y', entry(`d${convention.letters.y}`, indicesOf(convention, 'y')))

/** ∂L/∂W, or ∂y/∂W, by one entry or by all. */
export function rateIn(
  convention: Convention,
  over: 'L' | 'y',
  of: Owner,
  index?: readonly (string | number)[],
): Piece {
  const letter = convention.letters[of]
  const below = index === undefined ? pieces.letter(letter) : entry(letter, index)
  const rate = (above: Piece, under: Piece) =>
    pieces.fraction(pieces.row(pieces.letter('∂'), above), pieces.row(pieces.letter('∂'), under))
  if (over === 'y') return rate(pieces.letter('y'), pieces.hue(role(of), below))
  return pieces.hue(role(of), rate(pieces.hue('L', pieces.letter('L')), below))
}

/** (∂L/∂W)_{m,d} = Σ_n dy_{n,m} x_{n,d}: an entry of a gradient as the sum that it is. */
export function sumIn(convention: Convention, of: 'x' | 'w'): Piece {
  const other = of === 'x' ? 'w' : 'x'
  const factors = [shortIn(convention), entryIn(convention, other)]
  const [left, right] = of === 'x' ? factors : factors.toReversed()
  return pieces.row(
    rateIn(convention, 'L', of, indicesOf(convention, of)),
    pieces.sign('='),
    pieces.row(pieces.sign('∑'), pieces.lowered(pieces.letter(of === 'x' ? 'm' : 'n'))),
    pieces.space(),
    ...(left && right ? [left, pieces.space(), right] : []),
  )
}
