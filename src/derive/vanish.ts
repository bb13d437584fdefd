import { put } from './derive.ts'
import type { Node } from './name.ts'
import type { Program } from './program.ts'
import { contracted, factored } from './terms.ts'
import { at, free, isNum, num, substitute, sum, again, within, type Axis, type Expr } from './tree.ts'

/** Whether Σ over one of its axes is 0 whatever the numbers, as of what had its mean taken away. */
function vanishes(node: Node, along: Axis, nodes: readonly Node[]): boolean {
  if (node.body.kind !== 'add') return false
  const spread = nodes.reduce<Expr>(
    (body, { name, axes, body: is }) => put(body, name, { letters: axes, body: is }),
    node.body,
  )
  const other = again(along)
  const whole = sum([other], substitute(spread, new Map([[along.id, at(other)]])))
  return isNum(factored(contracted(whole)), 0)
}

/**
 * The expression without the sums that are 0 by what is summed: Σ_d c[n,d] where c is x less its mean along d. What a
 * layer names is known here, so the sum need not be multiplied out.
 */
export function withoutCentred(e: Expr, { nodes }: Program): Expr {
  const known = new Map<string, boolean>()
  const centred = (name: string, k: number): boolean => {
    const here = `${name} ${k}`
    const before = known.get(here)
    if (before !== undefined) return before
    const node = nodes.find((each) => each.name === name)
    const along = node?.axes[k]
    const is =
      !!node && !!along && along.dim !== 1 && vanishes(node, along, nodes.slice(0, nodes.indexOf(node)))
    known.set(here, is)
    return is
  }
  const isNothing = (over: readonly Axis[], body: Expr): boolean => {
    const factors = body.kind === 'mul' ? body.of : [body]
    return over.some(({ id }) => {
      const [only, ...more] = factors.filter((f) => free(f).some((letter) => letter.id === id))
      if (only?.kind !== 'entry' || more.length) return false
      const places = only.at.flatMap(({ parts }, k) => (parts.some((p) => p.axis.id === id) ? [k] : []))
      const [k, ...others] = places
      return k !== undefined && !others.length && centred(only.name, k)
    })
  }
  const visit = (part: Expr): Expr =>
    part.kind === 'sum' && isNothing(part.over, part.body) ? num(0) : within(part, visit)
  return visit(e)
}
