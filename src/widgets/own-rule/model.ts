import { bind, checkGrads, nth, type Check, type Tensor } from '@/autodiff'
import { longestFormula, tooMuch, type Preset } from '@/figure/pure'
import type { Formula, Unread } from '@/topics/checking/read'
import { judge, pointsOf, shapeOff, type Verdict } from './judge'
import { most, ownOp, readOp, readRule, type Own } from './op'
import { used, type Numbers, type Use } from './use'
import { words } from './words'

export type State = { f: string; rule: string; w: Numbers }

export const presets: readonly Preset[] = [
  { source: 'tanh(x)', name: 'tanh' },
  { source: 'sigmoid(x)', name: 'sigmoid' },
  { source: 'x^2', name: 'square' },
  { source: 'exp(x)', name: 'exp' },
  { source: 'softmax(x, axis=-1)', name: 'softmax by rows' },
  { source: 'sum(x, axis=0, keepdims=true)', name: 'sum of rows' },
  { source: 'x - mean(x, axis=0, keepdims=true)', name: 'columns centered' },
  { source: 'x.T', name: 'transpose' },
]

export const longestRule = 120
const unread = (of: Formula | Unread): of is Unread => 'kind' in of

/** Why a text is no op, as a sentence; undefined where it is one. */
export function problemOfOp(text: string): string | undefined {
  if (text.length > longestFormula) return words.tooLong(longestFormula)
  const f = readOp(text)
  if (unread(f)) return f.says
  const points = pointsOf(f)
  return typeof points === 'string' ? words.cant(points) : undefined
}
/** Why a text is no rule, as a sentence; a wrong rule is one. */
export function problemOfRule(text: string): string | undefined {
  if (text.length > longestRule) return words.tooLong(longestRule)
  const rule = readRule(text)
  return unread(rule) ? rule.says : undefined
}

/** The state from a link is read as a whole. */
export const checkState = ({ f, rule }: State): string | undefined => problemOfOp(f) ?? problemOfRule(rule)

export type Scene = {
  verdict: Verdict
  /** What the core's own check says of the op with this rule; nothing where the rule has no value of x's shape. */
  checks: readonly Check[]
  use: Use | undefined
  /** Why it is not used. */
  unused: string
}
type Judged = { own: Own; verdict: Verdict; checks: readonly Check[]; unused: string }

function judgedAnew(op: string, text: string): Judged {
  const [f, rule] = [readOp(op), readRule(text)]
  if (unread(f) || unread(rule)) throw new Error(`“${op}” or “${text}” can't be read`)
  const points = pointsOf(f)
  if (typeof points === 'string') throw new Error(`“${op}”: ${points}`)
  const own = { f, rule }
  const { env } = nth(points, 0)
  const much = tooMuch(rule.run, env, most)
  if (much !== undefined)
    return { own, verdict: { kind: 'wrong', says: words.tooMuch(much) }, checks: [], unused: '' }
  const verdict = judge(rule, points)
  const off = shapeOff(rule, env)
  if (off !== undefined) return { own, verdict, checks: [], unused: off }
  const made = ownOp(own)
  return {
    own,
    verdict,
    checks: checkGrads((at: Tensor) => bind(made, [at], undefined), [env.x]).checks,
    unused: '',
  }
}

const lately = new Map<string, Judged>()
/** A cell of w that is dragged asks for the same rule sixty times a second. */
function judged(op: string, text: string): Judged {
  const key = JSON.stringify([op, text])
  const known = lately.get(key) ?? judgedAnew(op, text)
  if (lately.size > 20) lately.clear()
  lately.set(key, known)
  return known
}

/** All that the figure shows of an op and a rule; both have to be readable. */
export function model({ f, rule, w }: State): Scene {
  const { own, verdict, checks, unused } = judged(f, rule)
  if (checks.length === 0) return { verdict, checks, use: undefined, unused }
  const use = used(own, w)
  return typeof use === 'string'
    ? { verdict, checks, use: undefined, unused: use }
    : { verdict, checks, use, unused: '' }
}
