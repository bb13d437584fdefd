import { mul, neg, nth, nthOr, Tensor, type At, type Primitive } from '@/autodiff'

/** What is done to the reverse rule of an op; its forward rule stays right. */
export const damages = ['none', 'sign', 'factor', 'sum', 'transpose'] as const
export type Damage = (typeof damages)[number]

type Where = At<readonly Tensor[], unknown>

/** The Jacobian of an op by one input, as columns of plain numbers, from its forward rule. */
function columns(op: Primitive, i: number, at: Where): number[][] {
  const { shape, size } = nth(at.inputs, i)
  return Array.from({ length: size }, (_, k) => {
    const unit = new Tensor(new Float64Array(size), shape)
    unit.data[k] = 1
    return [...op.jvp(unit, i, at).data]
  })
}

/** Of all paths from an entry of the input to the output, only the first is followed. */
const firstPath = (column: readonly number[], g: Tensor): number => {
  const first = column.findIndex((rate) => rate !== 0)
  return first < 0 ? 0 : nth(column, first) * nth(g.data, first)
}

/** J·g in the place of Jᵀ·g, which there is only where input and output have as many entries. */
const untransposed = (J: readonly number[][], g: Tensor): number[] =>
  J.map((_, row) => J.reduce((sum, column, k) => sum + nth(column, row) * nthOr(g.data, k, 0), 0))

function damagedRule(op: Primitive, damage: Damage, g: Tensor, i: number, at: Where): Tensor {
  const right = op.vjp(g, i, at)
  if (damage === 'sign') return neg(right)
  if (damage === 'factor') return mul(2, right)
  const J = columns(op, i, at)
  if (damage === 'sum')
    return new Tensor(
      Float64Array.from(J, (column) => firstPath(column, g)),
      right.shape,
    )
  if (damage === 'transpose' && J.length === g.size)
    return new Tensor(Float64Array.from(untransposed(J, g)), right.shape)
  return right
}

/** The op with its reverse rule broken. Its rule is then no longer made of ops, so it is good for first derivatives alone. */
export const damaged = (op: Primitive, damage: Damage): Primitive =>
  damage === 'none' ? op : { ...op, vjp: (g, i, at) => damagedRule(op, damage, g, i, at) }
