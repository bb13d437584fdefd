import { parse, ParseError, type Ast, type Parsed, type Tensor } from '@/autodiff'
import { tooMuch } from '@/figure/pure'

export type Span = readonly [start: number, end: number]
export type Formula = {
  /** In the book's spelling; spans are places in it. */
  text: string
  /** What was typed, where that was another spelling. */
  typed?: string
  /** What stood before “=”: dw in “dw = xᵀ dy”. */
  assigned?: string
  ast: Ast
  names: readonly string[]
  run: Parsed['f']
}

/** `suggestions` are whole formulas to take instead. */
export type Unread = { span: Span; says: string; suggestions: readonly string[] } & (
  { kind: 'syntax' } | { kind: 'name'; name: string; known: readonly string[] }
)

/** Reads a formula that may use the names given; every error becomes data. */
export function read(text: string, names: readonly string[]): Formula | Unread {
  try {
    const { f, ast, source, respelled, assigned, names: used } = parse(text, { names })
    return {
      text: source,
      ...(respelled && { typed: text }),
      ...(assigned !== undefined && { assigned }),
      ast,
      names: used,
      run: (env) => f(env),
    }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const at = { span: error.span, says: error.message, suggestions: error.suggestions }
    return /^There is no (?:value|function)/.test(error.message)
      ? { ...at, kind: 'name', name: error.found, known: names }
      : { ...at, kind: 'syntax' }
  }
}

/** What a formula comes to on some numbers; errors of evaluation are a result like any other. */
export function outcome(formula: Formula, env: Readonly<Record<string, Tensor>>): Tensor | Error {
  try {
    const much = tooMuch(formula.run, env)
    return much === undefined ? formula.run(env) : new Error(much)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}
