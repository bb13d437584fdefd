import type { Ast, Letter } from './ast.ts'
import { below, lettersIn } from './sites.ts'

const products = new Set(['*', 'beside', '·', '⊙', '/'])
const isProduct = (ast: Ast): boolean => (ast.kind === 'binary' && products.has(ast.op)) || ast.kind === 'neg'
const isSum = (ast: Ast): boolean => ast.kind === 'binary' && (ast.op === '+' || ast.op === '-')

/** The factors of a product, each read by itself first: what is summed in one is gone outside. */
function factors(ast: Ast, bound: ReadonlySet<string>): readonly [ast: Ast, letters: string[]] {
  if (isProduct(ast)) {
    const [parts, built] = below(ast)
    const read = parts.map((part) => factors(part, bound))
    return [built(read.map(([part]) => part)), read.flatMap(([, letters]) => letters)]
  }
  if (ast.kind === 'index' || ast.kind === 'delta' || ast.kind === 'partial') return [ast, lettersIn(ast)]
  const inner = implied(ast, bound)
  return [inner, [...new Set(freeLetters(inner))]]
}

/** The letters that are left free in it. */
function freeLetters(ast: Ast): string[] {
  if (ast.kind === 'over') {
    const own = ast.fn === 'softmax' ? [] : ast.letters.map(({ name }) => name)
    return freeLetters(ast.body).filter((letter) => !own.includes(letter))
  }
  const [parts] = below(ast)
  return parts.length ? parts.flatMap(freeLetters) : lettersIn(ast)
}

/**
 * Einstein's convention: a letter that stands twice in a product, and neither on the left nor under a sum around it, is
 * summed. `bound` are the letters that stand there. Each term has sums of its own.
 */
export function implied(ast: Ast, bound: ReadonlySet<string>): Ast {
  if (ast.kind === 'over') {
    const own = ast.letters.map(({ name }) => name)
    return { ...ast, body: implied(ast.body, new Set([...bound, ...own])) }
  }
  const single = isProduct(ast) || ast.kind === 'index' || ast.kind === 'delta' || ast.kind === 'partial'
  if (!single || isSum(ast)) {
    const [parts, built] = below(ast)
    return parts.length ? built(parts.map((part) => implied(part, bound))) : ast
  }
  const [read, letters] = factors(ast, bound)
  const twice = [...new Set(letters)].filter(
    (letter) => !bound.has(letter) && letters.filter((other) => other === letter).length === 2,
  )
  const over = twice.map((name): Letter => ({ name, span: ast.span }))
  return over.length ? { kind: 'over', fn: 'sum', letters: over, body: read, span: ast.span } : read
}
