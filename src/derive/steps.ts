import type { ReadLine } from './lines.ts'
import type { Around } from './moves.ts'
import { rules, type RuleName } from './rules.ts'
import { rulesBetween } from './search.ts'
import { at, entry, places, some, substitute, type Expr } from './tree.ts'

/** The rules that lead from one line to the next, and whether these are few enough to be followed. */
export interface Step {
  readonly follows: boolean
  readonly rule: string
  readonly says: string
}

const most = 2
const long: Step = { follows: false, rule: '', says: '' }
const made = (names: readonly RuleName[]): Step => ({
  follows: true,
  rule: names.join(', then '),
  says: names.map((name) => rules[name]).join(' '),
})

/** What a line is about, as an expression: where a derivation begins. */
function start({ subject, axes }: ReadLine, ranks: (name: string) => number): Expr {
  const index = places(axes)
  if (subject.kind === 'value') return entry(subject.name, index)
  const rank = ranks(subject.of)
  return {
    kind: 'partial',
    of: entry(subject.of, index.slice(0, rank)),
    by: entry(subject.by, index.slice(rank)),
  }
}

/** The body of one line with the letters of another, which is about the same. */
const withLetters = (line: ReadLine, { axes }: ReadLine): Expr =>
  substitute(line.body, new Map(line.axes.map((a, k) => [a.id, at(axes[k] ?? a)])))

/** The stages that a line skips nothing by: without a sum to contract, the δ's of one entry are no step of their own. */
const summed = (e: Expr): boolean => some(e, ({ kind }) => kind === 'sum' || kind === 'row')

/** Searches for at most two rules between two lines about the same thing, both of which are true. */
export function stepBetween(before: ReadLine | undefined, line: ReadLine, around: Around): Step {
  const { subject } = line
  if (subject.kind === 'value' && !subject.name.startsWith('d')) return made(['name'])
  const from = before
    ? withLetters(before, line)
    : start(line, (name) => around.program.names.shapes.get(name)?.length ?? 0)
  const form: RuleName[] =
    before && before.form !== line.form ? [line.form === 'matrices' ? 'read as matrices' : 'written out'] : []
  // What is to be found is not put in.
  const gradients = new Map(
    [...around.gradients].filter(([name]) => subject.kind !== 'value' || subject.name !== `d${name}`),
  )
  const names = rulesBetween(from, line.body, { ...around, gradients }, before ? most : most + 1)
  if (!names) return long
  const counted = before || summed(line.body) ? names : names.filter((name) => name !== 'δ contracted')
  const all = [...counted, ...form]
  if (all.length > most) return long
  return made(all.length ? all : ['written anew'])
}
