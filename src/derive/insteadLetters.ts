import type { Ast, Slot } from './ast.ts'
import type { Context } from './instead.ts'
import { lettersIn, summedIn } from './sites.ts'

/** Sums over letters that stand on the right only. */
export function summedOver(node: Ast, { whole, left }: Context): Ast[] {
  const bound = summedIn(whole)
  const alone = [...new Set(lettersIn(node))].filter((name) => !left.includes(name) && !bound.includes(name))
  if (!alone.length) return []
  return [
    {
      kind: 'over',
      fn: 'sum',
      letters: alone.map((name) => ({ name, span: node.span })),
      body: node,
      span: node.span,
    },
  ]
}

export function fewerLetters(node: Ast): Ast[] {
  if (node.kind !== 'over') return []
  if (node.letters.length === 1) return [node.body]
  return node.letters.map((letter) => ({
    ...node,
    letters: node.letters.filter((other) => other !== letter),
  }))
}

const withSlots = (node: Ast, slots: readonly Slot[]): Ast =>
  node.kind === 'index' || node.kind === 'delta' ? { ...node, slots } : node

export function otherLetters(node: Ast, { whole, left }: Context): Ast[] {
  if (node.kind !== 'index' && node.kind !== 'delta') return []
  const { slots } = node
  const swaps = slots.flatMap((a, k) =>
    slots.slice(k + 1).map((b) =>
      withSlots(
        node,
        slots.map((s) => (s === a ? b : s === b ? a : s)),
      ),
    ),
  )
  const letters = [...new Set([...left, ...lettersIn(whole), ...summedIn(whole)])]
  const renamed = slots.flatMap((slot, k) =>
    letters.flatMap((name): Ast[] => {
      if (slot.kind !== 'one' || slot.of.kind !== 'name' || slot.of.name === name) return []
      const { span } = slot.of
      return [
        withSlots(
          node,
          slots.map((s, j) => (j === k ? { kind: 'one', of: { kind: 'name', name, span } } : s)),
        ),
      ]
    }),
  )
  return [...swaps, ...renamed]
}

/** An index with the sign of one of its letters turned: t-k for t+k. */
export function otherSigns(node: Ast): Ast[] {
  if (node.kind !== 'index') return []
  return node.slots.flatMap((slot, k): Ast[] => {
    if (slot.kind !== 'one' || slot.of.kind !== 'binary') return []
    const { op, left, right } = slot.of
    const turned: Ast[] = [
      { ...slot.of, op: op === '+' ? '-' : '+' },
      { ...slot.of, op: '-', left: right, right: left },
    ]
    return turned.map((of) => withSlots(node, node.slots.with(k, { kind: 'one', of })))
  })
}

/** Another tensor with any of the line's letters. */
export function otherEntry(node: Ast, { whole, left, names, about }: Context): Ast[] {
  if (node.kind !== 'index' || node.of.kind !== 'name') return []
  const { span, name: now } = node.of
  const letters = [...new Set([...left, ...lettersIn(whole), ...summedIn(whole)])].slice(0, 4)
  const picks = (count: number): string[][] =>
    count === 0
      ? [[]]
      : picks(count - 1).flatMap((some) =>
          letters.flatMap((one) => (some.includes(one) ? [] : [[...some, one]])),
        )
  return [...names.shapes].flatMap(([name, shape]): Ast[] => {
    if (name === now || name === about || shape.length > 2) return []
    return picks(shape.length).map((list) => ({
      kind: 'index',
      of: { kind: 'name', name, span },
      slots: list.map((letter): Slot => ({ kind: 'one', of: { kind: 'name', name: letter, span } })),
      span: node.span,
    }))
  })
}
