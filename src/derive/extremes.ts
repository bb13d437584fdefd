import type { Ast, Slot } from './ast.ts'
import { LayerError } from './error.ts'

type Call = Extract<Ast, { kind: 'call' }>

const isExtreme = (ast: Ast): ast is Call => ast.kind === 'call' && /^a?(max|min)$/.test(ast.fn)
const isNumber = (ast: Ast): boolean => ast.kind === 'number' || (ast.kind === 'neg' && isNumber(ast.of))

/** An axis by its place, where nothing says which library is meant. */
const unnamed = 'axis?'

/** x.max(1), np.max(x, 1) and torch.max(x, 1) run along axis 1; max(x, 1) alone is the larger of the two. */
export function along(ast: Ast, library?: string): Ast {
  if (!isExtreme(ast)) return ast
  const [of, axis, ...more] = ast.args
  if (!of || !axis || !isNumber(axis) || more.length) return ast
  const word = library === 'torch' ? 'dim' : library === undefined ? unnamed : 'axis'
  return { ...ast, args: [of], settings: new Map([...ast.settings, [word, axis]]) }
}

/** The same with an axis, once nothing can stand behind it that would tell which library is meant. */
export function settled(ast: Ast): Ast {
  if (!isExtreme(ast)) return ast
  const settings = [...ast.settings].map(
    ([name, value]) => [name === unnamed ? 'axis' : name, value] as const,
  )
  return { ...ast, settings: new Map(settings) }
}

/**
 * PyTorch's max along an axis is a pair, the values and where they were: [0] behind it takes the values, and is no row
 * of them, as it would be in NumPy. Undefined where the brackets hold an index like any other.
 */
export function ofPair(ast: Ast, slots: readonly Slot[]): Ast | undefined {
  const [slot] = slots
  if (
    !isExtreme(ast) ||
    !/^(max|min)$/.test(ast.fn) ||
    slots.length !== 1 ||
    slot?.kind !== 'one' ||
    slot.of.kind !== 'number'
  )
    return undefined
  const { fn, settings, span } = ast
  const whole = [span[0], slot.of.span[1] + 1] as const
  const torch = settings.has('dim') || settings.has('keepdim')
  if (torch && slot.of.value === 0) return ast
  if (torch)
    throw new LayerError(
      'not supported',
      `In PyTorch ${fn} along an axis is a pair, the values and where they were; only [0], the values, can be read here.`,
      whole,
    )
  if (settings.has(unnamed))
    throw new LayerError(
      'not supported',
      `[${slot.of.value}] takes the values or their places in PyTorch, a row in NumPy: write .${fn}(dim=…)[0] for the values, .${fn}(axis=…)[0] for a row.`,
      whole,
    )
}
