import { rules, type RuleName } from './rules.ts'
import { contracted, factored } from './terms.ts'
import type { ReadLine } from './lines.ts'
import { key, some, type Expr } from './tree.ts'

/** The rules that lead from one line to the next, and whether these are few enough to be followed. */
export interface Step {
  readonly follows: boolean
  readonly rule: string
  readonly says: string
}

/** How far a line is: with ∂, with δ, with sums over letters, or as matrices. */
const way: readonly RuleName[] = ['chain rule', 'each derivative', 'δ contracted', 'read as matrices']
function stage({ body, form }: Pick<ReadLine, 'body' | 'form'>): number {
  if (some(body, ({ kind }) => kind === 'partial')) return 0
  if (some(body, ({ kind }) => kind === 'delta') && form === 'indices') return 1
  return form === 'indices' || plain(body) ? 2 : 3
}

/** The stages that a line skips nothing by: without a sum to contract, two rules are one. */
const plain = (body: Expr): boolean => !some(body, ({ kind }) => kind === 'sum' || kind === 'row')
const gradients = (body: Expr): string => {
  const names = new Set<string>()
  some(body, (e) => {
    if (e.kind === 'entry' && e.name.startsWith('d')) names.add(e.name)
    return false
  })
  return [...names].sort().join()
}
const most = 2

/** Searches for at most two rules between two lines about the same thing, both of which are true. */
export function stepBetween(before: ReadLine | undefined, line: ReadLine): Step {
  const to = stage(line)
  const from = before ? stage(before) : -1
  const made = (names: readonly RuleName[], follows = true): Step => ({
    follows,
    rule: names.join(', then '),
    says: names.map((name) => rules[name]).join(' '),
  })
  if (line.subject.kind === 'value' && !line.subject.name.startsWith('d')) return made(['name'])
  if (!before) {
    // Where nothing is summed, there is nothing to contract but the δ's of one entry.
    if (to > 1 && plain(line.body)) return made(['chain rule', 'each derivative'])
    const names = way.slice(0, to + 1)
    return made(names, names.length <= most)
  }
  if (gradients(before.body) !== gradients(line.body)) return made(['put together'])
  if (to > from) return made(way.slice(from + 1, to + 1), to - from <= most)
  if (before.form !== line.form && line.form === 'matrices') return made(['read as matrices'])
  if (to < from) return made(['written out'])
  if (key(before.body) === key(line.body)) return made(['written anew'])
  const [a, b] = [before.body, line.body].map((body) => key(factored(contracted(body))))
  return a === b ? made(['pulled out']) : made(['gathered'])
}
