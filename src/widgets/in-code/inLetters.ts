import { pieces, type Piece } from '@/autodiff'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf, type Convention, type Owner } from '@/topics/letters/conventions'
import { productIn } from '@/topics/letters/factors'
import { labelIn } from '@/topics/letters/labels'
import { rateIn } from '@/topics/letters/entries'
import { spokenIn, spokenProduct } from '@/topics/letters/spoken'
import { formulas } from './formulas'
import { laidWords } from './words'

/** x, D × N. */
function withShape({ shapes }: Convention, of: Owner, name: Piece): Piece {
  const axes = shapes[of].split('×').map(pieces.letter)
  return pieces.row(name, pieces.space(true), pieces.joined(axes, pieces.sign('×')))
}

const product = (convention: Convention, of: 'y' | 'dx' | 'dw') => ({
  set: productIn(convention, of),
  words: spokenProduct(convention, of),
})

const made = new Map<LayerLetters, ReturnType<typeof translated>>()

/** Each statement in the reader's letters, for the eye and for the ear. */
export function formulasIn(letters: LayerLetters) {
  const found = made.get(letters) ?? translated(letters)
  made.set(letters, found)
  return found
}

function translated(letters: LayerLetters): typeof formulas {
  if (letters === 'handout') return formulas
  const convention = conventionOf(letters)
  const shaped = (of: Owner, name: string, set: Piece) => ({
    set: withShape(convention, of, set),
    words: laidWords.shaped(name, convention.shapes[of].replace('×', ' by ')),
  })
  const target = (name: 'c' | 't') => ({ ...formulas[name], ...shaped('y', name, pieces.letter(name)) })
  const both = (set: (of: 'x' | 'w') => Piece) =>
    pieces.row(set('x'), pieces.mark(','), pieces.space(true), set('w'))
  const spoken = (['dx', 'dw'] as const).map((of) => spokenIn(convention, of))
  return {
    ...formulas,
    x: { ...formulas.x, ...shaped('x', convention.letters.x, labelIn(convention, 'x')) },
    w: { ...formulas.w, ...shaped('w', convention.letters.w, labelIn(convention, 'w')) },
    c: target('c'),
    t: target('t'),
    oneHot: { ...formulas.oneHot, ...shaped('y', 't', pieces.letter('t')) },
    y: { ...formulas.y, ...product(convention, 'y') },
    dx: { ...formulas.dx, ...product(convention, 'dx') },
    dw: { ...formulas.dw, ...product(convention, 'dw') },
    backward: {
      ...formulas.backward,
      set: both((of) => labelIn(convention, `d${of}`)),
      words: laidWords.both(spoken),
    },
    pull: {
      ...formulas.pull,
      set: both((of) => pieces.row(labelIn(convention, 'dy'), pieces.space(), rateIn(convention, 'y', of))),
    },
  }
}
