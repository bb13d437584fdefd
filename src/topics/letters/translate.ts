import { matmul, nth, pieces, sum, transpose, type Piece, type Tensor } from '@/autodiff'
import { derive, typeset } from '@/derive'
import {
  ownerOf,
  owners,
  programIn,
  type Body,
  type Convention,
  type Owner,
  type Wanted,
} from './conventions'

/** A factor of a product: a tensor or its gradient, by the handout's letter, as it stands in the convention or turned. */
export type Factor = { readonly of: Owner | `d${Owner}`; readonly turned: boolean }

/** A formula as `derive` makes it from the convention's program. */
export type Translated = {
  /** “dW = dyᵀ x” */
  readonly text: string
  /** In pieces, in the book's hues. */
  readonly set: Piece
  /** The right side in NumPy: “dy.T @ x”. */
  readonly numpy: string
  readonly torch: string
}

const isGradient = (name: string) => /^d[A-Za-z]$/.test(name)

/** The letter that a convention has for what the handout calls so. */
export const nameIn = ({ letters }: Convention, of: Owner | `d${Owner}`): string =>
  isGradient(of) ? `d${letters[of.slice(1) as Owner]}` : letters[of as Owner] // the two forms of the type

/** What the handout calls what a convention calls so; undefined for no tensor of the layer. */
function ownerNamed({ letters }: Convention, name: string): Factor['of'] | undefined {
  const letter = isGradient(name) ? name.slice(1) : name
  const found = owners.find((of) => letters[of] === letter)
  return found && (isGradient(name) ? `d${found}` : found)
}

const roles: Readonly<Record<Owner, string>> = { x: 'x', w: 'w', b: 'w', y: 'y' }

/** A formula with each tensor, and each ∂L/∂ of one, in its hue. */
function hued(piece: Piece, convention: Convention): Piece {
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

/** A tensor of the layer, or ∂L/∂ of it, as a formula of the convention has it. */
export const labelIn = (convention: Convention, of: Factor['of']): Piece => {
  const letter = pieces.letter(nameIn(convention, of).replace(/^d(?=.)/, ''))
  const rate = (below: Piece) =>
    pieces.fraction(pieces.row(pieces.letter('∂'), pieces.letter('L')), pieces.row(pieces.letter('∂'), below))
  return hued(isGradient(of) ? rate(letter) : letter, convention)
}

function lastLetter(piece: Piece): string {
  if (piece.kind === 'row') return lastLetter(nth(piece.of, piece.of.length - 1))
  return 'text' in piece ? piece.text : ''
}

const setIn = (program: string, line: string, convention: Convention) => {
  const set = typeset(program, line)
  if (!set) throw new Error(`“${line}” cannot be set`)
  return hued(set, convention)
}

/** The layer itself in this convention: y = x Wᵀ + b. */
export function forwardIn(convention: Convention, body: Body): Pick<Translated, 'text' | 'set'> {
  const program = programIn(convention, body)
  const text = program.slice(program.lastIndexOf('\n') + 1)
  return { text, set: setIn(program, text, convention) }
}

const known = new Map<string, Translated>()

/** The gradient of a layer of the book by one of its inputs, in this convention; derived once. */
export function gradientIn(convention: Convention, of: Exclude<Wanted, 'y'>, body: Body): Translated {
  const key = [convention.name, of, body].join()
  const found = known.get(key) ?? derived(convention, of, body)
  known.set(key, found)
  return found
}

function derived(convention: Convention, of: Exclude<Wanted, 'y'>, body: Body): Translated {
  const program = programIn(convention, body)
  const { lines, code } = derive(program, convention.letters[ownerOf(of)])
  const { text } = nth(lines, lines.length - 1)
  const right = (line: string) => line.slice(line.lastIndexOf('\n') + 1).replace(/^\w+ = /, '')
  return {
    text,
    set: setIn(program, text, convention),
    numpy: right(code.numpy),
    torch: right(code.torch),
  }
}

/** The two factors of a product in this convention, in their order: those of y, or of a gradient by x or w. */
export function factorsIn(convention: Convention, of: Exclude<Wanted, 'db'>): readonly [Factor, Factor] {
  const text =
    of === 'y' ? convention.product : gradientIn(convention, of, 'linear').text.replace(/^.*= /, '')
  const [left, right, ...more] = text.split(' ').map((part): Factor => {
    const name = ownerNamed(convention, part.replace('ᵀ', ''))
    if (!name) throw new Error(`“${text}” is no product of two tensors of the layer`)
    return { of: name, turned: part.endsWith('ᵀ') }
  })
  if (!left || !right || more.length > 0) throw new Error(`“${text}” is no product of two factors`)
  return [left, right]
}

/** The tensors of a layer in a convention's own layout. */
export type Own = Readonly<Record<Factor['of'], Tensor>>

/** What a product comes to on tensors that lie as the convention has them. */
export function productOf([left, right]: readonly [Factor, Factor], own: Partial<Own>): Tensor {
  const value = ({ of, turned }: Factor) => {
    const found = own[of]
    if (!found) throw new Error(`${of} is not given`)
    return turned ? transpose(found) : found
  }
  return matmul(value(left), value(right))
}

/** ∂L/∂b on ∂L/∂y as the convention has it: the examples add, along whichever axis they lie. */
export function biasGradient({ shapes }: Convention, dy: Tensor): Tensor {
  const axis = shapes.y.split('×').indexOf('N')
  return sum(dy, { axis, keepdims: shapes.b.includes('1') })
}
