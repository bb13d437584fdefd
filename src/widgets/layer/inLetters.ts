import { pieces, type Piece } from '@/autodiff'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned, type Convention, type Owner } from '@/topics/letters/conventions'
import type { kit } from '@/topics/letters/drawn'
import { factorsOf } from '@/topics/letters/factors'
import type { Mode, Scene } from './model'
import type { Name } from './network'

type Step = Scene['step']
/** A rule in a convention's letters. */
export type Own = (convention: Convention, kit: Kit) => Piece
type Kit = ReturnType<typeof kit>

/** What a value of the network lies like: all but x and w have the shape of y. */
export const ownerOf = (name: Name): Owner => (name === 'x' || name === 'w' ? name : 'y')

/** Whether a value lies the other way round than in the handout. */
export const lies = (name: Name, letters: LayerLetters): boolean =>
  isTurned(conventionOf(letters), ownerOf(name))

/** The name of a value, for the eye and for the ear: W for w. */
export const nameIn = (name: Name, letters: LayerLetters): string =>
  name === 'x' || name === 'w' ? conventionOf(letters).letters[name] : name

const entries = (convention: Convention, of: Piece): Piece => {
  const indices = convention.shapes.y.toLowerCase().split('×').map(pieces.letter)
  return pieces.row(of, pieces.lowered(pieces.joined(indices, pieces.mark(','))))
}
const total = (convention: Convention, of: Piece): Piece =>
  pieces.row(entries(convention, pieces.sign('∑')), pieces.space(), entries(convention, of))
const loss = pieces.hue('L', pieces.letter('L'))
const nudge = (of: Piece) => pieces.row(pieces.letter('Δ'), of)

/** L = Σ (max(x Wᵀ, 0) ⊙ c): the whole network. */
const whole: Own = (convention, { labelIn }) => {
  const [left, right] = factorsOf(convention, 'y').map(({ of, turned }) => labelIn(convention, of, turned))
  const product = pieces.row(...(left && right ? [left, pieces.space(), right] : []))
  const relu = pieces.row(pieces.named('max'), pieces.fenced(pieces.listed([product, pieces.numeral(0)])))
  const weighted = pieces.fenced(pieces.row(relu, pieces.sign('⊙'), pieces.letter('c')))
  return pieces.row(loss, pieces.sign('='), total(convention, weighted))
}

const rate = (over: Piece, under: Piece) => pieces.fraction(nabla(over), nabla(under))
const nabla = (of: Piece) => pieces.row(pieces.letter('∂'), of)

/** The rules whose letters, factors or indices another convention has otherwise. */
export function ownRule({ kind, at, to }: Step, mode: Mode, by: 'x' | 'w'): Own | undefined {
  if (kind === 'given') return whole
  if (to === 'x' || to === 'w') return (convention, { productIn }) => productIn(convention, `d${to}`)
  if (to === 'p')
    return (convention) =>
      pieces.row(
        entries(convention, pieces.fenced(rate(loss, pieces.letter('p')))),
        pieces.sign('='),
        rate(loss, loss),
        pieces.sign('='),
        pieces.numeral(1),
      )
  if (to) return undefined
  if (at === 'y')
    return mode === 'forward'
      ? (convention, { nudgedIn }) => nudgedIn(convention, by)
      : (convention, { productIn }) => productIn(convention, 'y')
  if (at !== 'L') return undefined
  const moved = mode === 'forward' ? nudge : (of: Piece) => of
  return (convention) =>
    pieces.row(moved(loss), pieces.sign('='), total(convention, moved(pieces.letter('p'))))
}
