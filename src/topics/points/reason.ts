import { nth, parse, type Ast } from '@/autodiff'
import { num, subscript } from '@/plot/format'
import type { Fn } from '@/figure/pure'

type Call = Extract<Ast, { kind: 'call' }>

/** A point in words: x₁ = 2, x₂ = 0.5. */
export const placeOf = (names: readonly string[], at: readonly number[]) =>
  names.map((name, k) => `${name.replace(/\d+$/, subscript)} = ${num(nth(at, k))}`).join(', ')

/** What keeps a function from having a value here, as a sentence; undefined if it has one. */
export function noValue(fn: Fn, at: readonly number[], name = 'f'): string | undefined {
  if (Number.isFinite(fn.value(at))) return undefined
  const cause = firstFailure(fn, at)
  const place = fn.names.length > 0 ? `At ${placeOf(fn.names, at)}, ` : ''
  return `${place}${name} has no value: ${cause ?? 'the formula gives no number there'}.`
}

/** The calls of a formula, inner ones first. */
function calls(ast: Ast): Call[] {
  switch (ast.kind) {
    case 'call':
      return [...ast.args.flatMap(calls), ast]
    case 'product':
      return ast.args.flatMap(calls)
    case 'list':
      return ast.items.flatMap(calls)
    case 'index':
      return calls(ast.of)
    default:
      return []
  }
}

/** The value of a part of the formula, read again from its place in the text. */
function part({ source, names }: Fn, { span }: Ast, at: readonly number[]): number {
  const env = Object.fromEntries(names.map((name, k) => [name, nth(at, k)]))
  const { f } = parse(source.slice(...span), { names })
  const { data } = f(env)
  return data.length === 1 ? nth(data, 0) : NaN
}

/** The innermost part that has no value although its arguments have one, in words. */
function firstFailure(fn: Fn, at: readonly number[]): string | undefined {
  for (const call of calls(fn.ast)) {
    const args = call.args.map((arg) => part(fn, arg, at))
    if (args.every(Number.isFinite) && !Number.isFinite(part(fn, call, at))) return reason(call.op, args)
  }
}

const bracketed = (value: number) => (value < 0 ? `(${num(value)})` : num(value))

/** Why an op has no value at these arguments, as the end of a sentence. */
export function reason(op: string, [a = NaN, b = NaN]: readonly number[]): string {
  switch (op) {
    case 'sqrt':
      return `the square root of ${num(a)} is no real number`
    case 'log':
      return a === 0
        ? 'no power of e is 0, so log 0 is nothing'
        : `no power of e is ${num(a)}, so it has no logarithm`
    case 'div':
      return `${num(a)} divided by 0 is no number`
    case 'pow':
      if (a === 0) return `0 to the power ${num(b)} would be 1 divided by 0`
      if (a < 0 && !Number.isInteger(b)) return `${bracketed(a)} to the power ${num(b)} is no real number`
      return `${bracketed(a)} to the power ${num(b)} comes out too large to be a number here`
  }
  return `${op} comes out too large to be a number here`
}
