import { matmul, nth, sum, transpose, type Piece, type Tensor } from '@/autodiff'
import { derive, typeset } from '@/derive'
import { ownerOf, programIn, type Body, type Convention, type Wanted } from './conventions'
import { hued, ownerNamed, type Factor } from './labels'

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

/** The way to that gradient in matrices, with all that it is made of: ∂L/∂s before ∂L/∂x where the layer names an s. */
export function linesIn(convention: Convention, of: Exclude<Wanted, 'y'>, body: Body) {
  const program = programIn(convention, body)
  const { lines } = derive(program, convention.letters[ownerOf(of)])
  return lines
    .filter(({ form }) => form === 'matrices')
    .map(({ text }) => ({ text, set: setIn(program, text, convention) }))
}

/** A gradient entry by entry, as a sum: dW[m,d] = Σ_n dy[n,m] x[n,d]. */
export function entriesIn(convention: Convention, of: 'dx' | 'dw'): string {
  const { lines } = derive(programIn(convention, 'linear'), convention.letters[ownerOf(of)])
  const found = lines.findLast(({ form }) => form === 'indices')
  if (!found) throw new Error(`${of} has no line of entries`)
  return found.text
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
