import type { Ast } from './ast.ts'
import { LayerError } from './error.ts'
import { composedNamed } from './scope.ts'

/** How many operations a line may have when all of it is written out, entry by entry. */
const most = 1000

/** Functions that write what they are given more than once: a variance has it in its mean, too. */
const repeating = new Set(['var', 'std', 'softmax', 'log_softmax', 'logSoftmax'])
const copies = (fn: string): number => (repeating.has(fn) || composedNamed(fn) ? 3 : 1)

/** About how long a line becomes when what is short for something is written out: functions in functions multiply. */
function burden(ast: Ast): number {
  const all = (parts: readonly Ast[]): number => parts.reduce((whole, part) => whole + burden(part), 1)
  switch (ast.kind) {
    case 'binary':
      return all([ast.left, ast.right])
    case 'neg':
    case 'transpose':
    case 'norm':
    case 'index':
      return all([ast.of])
    case 'call':
      return copies(ast.fn) * all(ast.args)
    case 'list':
      return all(ast.items)
    case 'over':
      return (ast.fn === 'softmax' ? 3 : 1) * all([ast.body])
    default:
      return 1
  }
}

/** Refuses, before any work, a line that would be too long to work with once it is written out. */
export function ensureShort(ast: Ast): void {
  if (burden(ast) <= most) return
  throw new LayerError(
    'too long',
    `Written out, this line has more than ${most.toLocaleString('en')} operations: give a part of it a name in a line of its own.`,
    ast.span,
  )
}
