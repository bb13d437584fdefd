import { nth, pieces, type Piece } from '@/autodiff'
import { owners, type Convention, type Owner } from './conventions'

/** A factor of a product: a tensor or its gradient, by the handout's letter, as it stands in the convention or turned. */
export type Factor = { readonly of: Owner | `d${Owner}`; readonly turned: boolean }

const isGradient = (name: string) => /^d[A-Za-z]$/.test(name)

/** The letter that a convention has for what the handout calls so. */
export const nameIn = ({ letters }: Convention, of: Owner | `d${Owner}`): string =>
  isGradient(of) ? `d${letters[of.slice(1) as Owner]}` : letters[of as Owner] // the two forms of the type

/** What the handout calls what a convention calls so; undefined for no tensor of the layer. */
export function ownerNamed({ letters }: Convention, name: string): Factor['of'] | undefined {
  const letter = isGradient(name) ? name.slice(1) : name
  const found = owners.find((of) => letters[of] === letter)
  return found && (isGradient(name) ? `d${found}` : found)
}

const roles: Readonly<Record<Owner, string>> = { x: 'x', w: 'w', b: 'w', y: 'y' }

/** A formula with each tensor, and each ∂L/∂ of one, in its hue. */
export function hued(piece: Piece, convention: Convention): Piece {
  const role = (name: string) => {
    const of = ownerNamed(convention, name)
    return of && roles[of as Owner]
  }
  if (piece.kind === 'letter' && piece.text !== 'L') {
    const own = role(piece.text)
    return own === undefined ? piece : pieces.hue(own, piece)
  }
  if (piece.kind === 'fraction') {
    const own = role(lastLetter(piece.under))
    return own === undefined ? piece : pieces.hue(own, piece)
  }
  return pieces.within(piece, (part) => hued(part, convention))
}

const turnedOver = (of: Piece, fence: boolean) =>
  pieces.row(fence ? pieces.fenced(of) : of, pieces.raised(pieces.letter('⊤')))

/** A tensor of the layer, or ∂L/∂ of it, as a formula of the convention has it. */
export const labelIn = (convention: Convention, of: Factor['of'], turned = false): Piece => {
  const letter = pieces.letter(nameIn(convention, of).replace(/^d(?=.)/, ''))
  const rate = (below: Piece) =>
    pieces.fraction(pieces.row(pieces.letter('∂'), pieces.letter('L')), pieces.row(pieces.letter('∂'), below))
  const set = hued(isGradient(of) ? rate(letter) : letter, convention)
  return turned ? turnedOver(set, isGradient(of)) : set
}

/** Δx, or (ΔW)ᵀ: a nudge of a tensor of the layer. */
export const nudgeIn = (convention: Convention, of: Owner, turned = false): Piece => {
  const nudge = pieces.hue(roles[of], pieces.row(pieces.letter('Δ'), pieces.letter(nameIn(convention, of))))
  return turned ? turnedOver(nudge, true) : nudge
}

function lastLetter(piece: Piece): string {
  if (piece.kind === 'row') return lastLetter(nth(piece.of, piece.of.length - 1))
  return 'text' in piece ? piece.text : ''
}
