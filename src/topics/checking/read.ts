import { parse, ParseError, ShapeError, type Parsed, type Tensor } from '@/autodiff'
import { tooMuch } from '@/figure/pure'

export type Span = readonly [start: number, end: number]
export type Formula = {
  text: string
  names: readonly string[]
  run: Parsed['f']
}

export type Unread =
  | { kind: 'syntax'; span: Span; says: string; meant?: string }
  | { kind: 'name'; span: Span; name: string; says: string; known: readonly string[]; meant?: string }

/** Ways to write things elsewhere, and how they are written here. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(?:np|jnp|numpy|torch)\./g, ''],
  [/[∂d]L\s*\/\s*[∂d]y/g, 'dy'],
  [/\^\s*(?:\{\s*(?:T|⊤|\\top|\\mathsf T)\s*\}|T\b|⊤|\\top\b)|['′⊤]|\.(?:transpose|t)\(\)|\.mT\b/g, '.T'],
  [/(\w+(?:\.T)?)\.(sum|mean)\(/g, '$2($1, '],
  [/,\s*\)/g, ')'],
  [/\bdim\s*=/g, 'axis='],
  [/\.(?:dot|matmul|mm)\(/g, ' @ ('],
  [/\bdot\(/g, 'matmul('],
]
const respelled = (text: string) => spellings.reduce((now, [from, to]) => now.replace(from, to), text)

/** Reads a formula that may use the names given; every error becomes data. */
export function read(text: string, names: readonly string[]): Formula | Unread {
  try {
    const { f, names: used } = parse(text, { names })
    return { text, names: used, run: (env) => f(env) }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    const other = respelled(text)
    const meant = other !== text && isReadable(other, names) ? { meant: other } : {}
    const at = { span: error.span, says: error.message, ...meant }
    return error.message.startsWith('There is no ')
      ? { ...at, kind: 'name', name: error.found, known: names }
      : { ...at, kind: 'syntax' }
  }
}

function isReadable(text: string, names: readonly string[]) {
  try {
    parse(text, { names })
    return true
  } catch {
    return false
  }
}

/** What a formula comes to on some numbers; errors of evaluation are a result like any other. */
export function outcome(formula: Formula, env: Readonly<Record<string, Tensor>>): Tensor | Error {
  try {
    const much = tooMuch(formula.run, env)
    return much === undefined ? formula.run(env) : new Error(much)
  } catch (error) {
    if (error instanceof ShapeError || error instanceof Error) return error
    throw error
  }
}
