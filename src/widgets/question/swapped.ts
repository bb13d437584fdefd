import { parse, ParseError, type Ast } from '@/autodiff'

/** The formula with the two sides of one matrix product exchanged, for each product in it. */
export function swapped(text: string): string[] {
  const found: string[] = []
  const part = ({ span }: Ast) => text.slice(...span)
  const visit = (ast: Ast): void => {
    if (ast.kind === 'product' || (ast.kind === 'call' && ast.op === 'matmul' && ast.args.length === 2)) {
      const [left, right] = ast.args as readonly [Ast, Ast] // a product has two
      const [start, end] = ast.span
      found.push(`${text.slice(0, start)}((${part(right)}) @ (${part(left)}))${text.slice(end)}`)
    }
    if ('args' in ast) ast.args.forEach(visit)
  }
  try {
    visit(parse(text).ast)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
  }
  return found
}
