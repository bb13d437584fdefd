import { jvp, nth, ShapeError, tensor, type Primitive, type Tensor } from '@/autodiff'
import { tooMuch } from '@/figure/pure'
import { read, type Formula, type Unread } from '@/topics/checking/read'

/** What the rule of an op of one matrix may name: its input, its output, what arrives, and the lengths of x. */
export const ruleNames = ['x', 'y', 'dy', 'N', 'D'] as const

/** An op that a reader made: its value as a formula in x, its reverse rule as one in x, y and dy. */
export type Own = { readonly f: Formula; readonly rule: Formula }

/** What may be computed at each of the many points of a check. */
export const most = { entries: 3_000, operations: 30_000 } as const

/** The op's value on a matrix; a sentence where it has none, or would take too long. */
export function valueOf(f: Formula, x: Tensor): Tensor | string {
  const much = tooMuch(f.run, { x }, most)
  if (much !== undefined) return much
  try {
    return f.run({ x })
  } catch (error) {
    if (error instanceof ShapeError) return error.message
    throw error
  }
}

export const readOp = (text: string): Formula | Unread => read(text, ['x'])
export const readRule = (text: string): Formula | Unread => read(text, ruleNames)

export type Given = Readonly<Record<(typeof ruleNames)[number], Tensor>>
/** What a rule is given where it is asked for. */
export function envAt(x: Tensor, y: Tensor, dy: Tensor): Given {
  return { x, y, dy, N: tensor(nth(x.shape, 0)), D: tensor(nth(x.shape, 1)) }
}

/**
 * The reader's op as an object like those of the core: with its own value, the core's forward mode as its forward rule,
 * and the reader's formula as its reverse rule. Both are made of ops, so it can be differentiated again.
 */
export function ownOp({ f, rule }: Own): Primitive {
  const call = (x: Tensor): Tensor => f.run({ x })
  return {
    name: 'own',
    forward: ([x]) => call(x as Tensor), // it takes one
    jvp: (t, _, { inputs: [x] }) => jvp(call, [x as Tensor], [t])[1],
    vjp: (g, _, { inputs: [x], output }) => rule.run(envAt(x as Tensor, output, g)),
    shape: ([shape = []]) => shape,
    formula: () => [{ kind: 'word', text: 'own' }, 4],
    cost: () => 0,
    arity: 1,
    points: [],
  }
}
