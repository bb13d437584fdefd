import {
  byName,
  joined,
  letter as slanted,
  lowered,
  mark,
  named,
  row,
  sign,
  type Piece,
} from '../core/formula.ts'
import { bind, multilinear, op, type Primitive } from '../core/primitive.ts'
import { offsets, sizeOf, stridesOf } from '../core/shape.ts'
import { allocate, resultType, tensor, Tensor, toTensor, type TensorLike } from '../core/tensor.ts'
import { mul } from './elementwise.ts'
import { copy } from './layout.ts'
import { product } from './product.ts'
import { sum } from './reduce.ts'
import { readSubscripts, unique, type Lengths, type Subscripts } from './subscripts.ts'

const lengthsOf = (letters: Iterable<string>, lengths: Lengths): number[] =>
  Array.from(letters, (letter) => lengths[letter] as number) // each is measured before anything runs

/** How far apart in memory the neighbours along a letter lie; a letter that stands twice takes both steps at once. */
function stepsAlong(letters: readonly string[], term: string, lengths: Lengths): number[] {
  const strides = stridesOf(lengthsOf(term, lengths))
  return letters.map((letter) =>
    strides.reduce((total, stride, axis) => (term[axis] === letter ? total + stride : total), 0),
  )
}

/** A tensor at letters `from`, written at letters `to`: what only `from` has is summed, what only `to` has repeated. */
function rearrange(x: Tensor, from: string, to: string, lengths: Lengths): Tensor {
  if (from === to) return new Tensor(x.data, lengthsOf(to, lengths))
  const all = unique(from)
  const summed = all.flatMap((letter, axis) => (to.includes(letter) ? [] : axis))
  const once =
    all.length < from.length
      ? copy(x, lengthsOf(all, lengths), stepsAlong(all, from, lengths))
      : new Tensor(x.data, lengthsOf(from, lengths))
  const y = summed.length ? sum(once, { axis: summed }) : once
  const kept = all.filter((letter) => to.includes(letter)).join('')
  const letters = unique(to)
  const reads = stepsAlong(letters, kept, lengths)
  const shape = lengthsOf(to, lengths)
  if (letters.length === to.length) return kept === to ? y : copy(y, shape, reads)
  const out = allocate(x.dtype, sizeOf(shape))
  const sizes = lengthsOf(letters, lengths)
  const [source, target] = [offsets(sizes, reads), offsets(sizes, stepsAlong(letters, to, lengths))]
  for (const [k, at] of target.entries()) out[at] = y.data[source[k] as number] as number // in range, as many
  return new Tensor(out, shape)
}

/** A factor as a stack of matrices. One that lies the other way round is read transposed, not copied. */
function asMatrices(x: Tensor, from: string, groups: readonly [string, string, string], lengths: Lengths) {
  const [stack, rows, columns] = groups
  const transposed = from === stack + columns + rows && from !== stack + rows + columns
  const order = transposed ? [stack, columns, rows] : groups
  const sizes = order.map((letters) => sizeOf(lengthsOf(letters, lengths)))
  const { data } = transposed ? x : rearrange(x, from, order.join(''), lengths)
  return { x: new Tensor(data, stack ? sizes : sizes.slice(1)), transposed }
}

interface Step {
  readonly left: string
  readonly right: string
  readonly to: string
}

/** Two operands made one: a stack of matrix products over the letters that go, or products of all with all. */
function contract(a: Tensor, b: Tensor, { left, right, to }: Step, lengths: Lengths): Tensor {
  const pick = (letters: string, wanted: (letter: string) => boolean): string =>
    unique(letters).filter(wanted).join('')
  const both = pick(left, (letter) => right.includes(letter))
  const stack = pick(both, (letter) => to.includes(letter))
  const summed = pick(both, (letter) => !to.includes(letter))
  const rows = pick(left, (letter) => to.includes(letter) && !both.includes(letter))
  const columns = pick(right, (letter) => to.includes(letter) && !both.includes(letter))
  const { x, transposed: ta } = asMatrices(a, left, [stack, rows, summed], lengths)
  const { x: y, transposed: tb } = asMatrices(b, right, [stack, summed, columns], lengths)
  const made = summed ? product.forward([x, y], { ta, tb }) : mul(x, y)
  return rearrange(made, stack + rows + columns, to, lengths)
}

/** Operands are taken up one after the other; what neither the rest nor the output has is summed at once. */
function stepsOf({ terms: [first = '', ...rest], out }: Subscripts): Step[] {
  let left = first
  return rest.map((right, k) => {
    const later = rest.slice(k + 1).join('') + out
    const kept = unique(left + right).filter((letter) => later.includes(letter))
    const step = { left, right, to: k === rest.length - 1 ? out : kept.join('') }
    left = step.to
    return step
  })
}

/** Operations of one step: a product for each choice of letters, and an addition where a letter goes. */
function costOf({ left, right, to }: Step, lengths: Lengths): number {
  const letters = unique(left + right)
  return (letters.every((letter) => to.includes(letter)) ? 1 : 2) * sizeOf(lengthsOf(letters, lengths))
}

const point = (...terms: string[]): Primitive<readonly Tensor[], Subscripts>['points'][number] => ({
  shapes: terms.slice(0, -1).join(','),
  params: (lengths) => ({ terms: terms.slice(0, -1), out: terms.at(-1) ?? '', lengths }),
})
/**
 * Σ over every letter that is not in `out` of the product of all operands, each read at its own letters. Inside, a
 * letter that stands twice in `out` means a diagonal and one that no operand has a repetition: with these the rules
 * are this op again, with the output and an operand exchanged.
 */
const contraction: Primitive<readonly Tensor[], Subscripts> = /* @__PURE__ */ multilinear<
  readonly Tensor[],
  Subscripts
>({
  name: 'einsum',
  forward(inputs, params) {
    const dtype = resultType(inputs)
    const { terms, out, lengths } = params
    const [first, ...rest] = inputs.map((x) => tensor(x, { dtype })) as [Tensor, ...Tensor[]] // one at least
    if (rest.length === 0) return rearrange(first, terms.join(''), out, lengths)
    return stepsOf(params).reduce((x, step, k) => contract(x, rest[k] as Tensor, step, lengths), first) // a step an operand
  },
  vjp: (g, i, { inputs, params: { terms, out, lengths } }) =>
    bind(contraction, inputs.with(i, g), { terms: terms.with(i, out), out: terms[i] ?? '', lengths }),
  shape: (_, { out, lengths }) => lengthsOf(out, lengths),
  formula: (shown, shapes, { terms, out }) => {
    const letters = (term: string): Piece => row(...[...term].map(slanted))
    const below = row(joined(terms.map(letters), mark(',')), sign('→'), letters(out))
    return byName(row(named('einsum'), lowered(below)))(shown, shapes, undefined)
  },
  cost([shape = []], _, params) {
    const steps = stepsOf(params)
    const alone = unique(params.terms.join('')).every((letter) => params.out.includes(letter))
      ? 0
      : sizeOf(shape)
    return steps.length ? steps.reduce((total, step) => total + costOf(step, params.lengths), 0) : alone
  },
  settings: [{ name: 'subscripts', kind: 'text', leads: true }],
  points: [
    point('nd', 'dm', 'nm'),
    point('dn', 'md', 'mn'),
    point('ii', ''),
    point('ii', 'i'),
    point('ab', 'ba'),
    point('abc', 'b'),
    point('a', 'b', 'ba'),
    point('a', 'a', 'a'),
    point('bij', 'bkj', 'bik'),
    point('ab', 'bc', 'ca', ''),
    point('a', 'ab', 'b', ''),
    point('iij', 'jk', 'a', 'ki'),
    point('', 'a', 'a'),
    // What the rules make of diagonals and of letters that one operand alone has.
    point('i', 'ii'),
    { shapes: 'a', params: (lengths) => ({ terms: ['a'], out: 'aab', lengths }) },
  ],
})

/**
 * A sum of products by letters: `einsum('nd,dm->nm', x, w)` is Σ_d x[n,d] w[d,m]. Each operand has a letter an axis;
 * a letter that the output lacks is summed; one that stands twice in an operand reads a diagonal. Without an arrow the
 * output has the letters that stand once, by the alphabet, as in NumPy. A ShapeError names the letter that does not fit.
 */
export const einsum = /* @__PURE__ */ op(
  contraction,
  (subscripts: string, ...operands: TensorLike[]): Tensor => {
    const inputs = operands.map(toTensor)
    return bind(
      contraction,
      inputs,
      readSubscripts(
        subscripts,
        inputs.map(({ shape }) => shape),
      ),
    )
  },
)
