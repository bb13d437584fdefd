import { pieces, symbolOf, type Piece } from '../autodiff/index.ts'
import type { Ast, Slot } from './ast.ts'
import { readEquation } from './equation.ts'
import { LayerError } from './error.ts'
import { headOf } from './functions.ts'

const { fenced, fraction, joined, letter, listed, lowered, mark, named, numeral, raised } = pieces
const { root, row, sign, space, word } = pieces

const bracket = (piece: Piece, when: boolean): Piece => (when ? fenced(piece) : piece)

/** A name as it is set: w1 with its number below, mu as μ. */
function nameOf(name: string): Piece {
  const [, stem = name, primes = ''] = /^(.+?)(′*)$/u.exec(name) ?? []
  const symbol = symbolOf(stem === 'eps' ? 'epsilon' : stem)
  return primes ? row(symbol, ...[...primes].map(() => mark("'"))) : symbol
}

/** How tightly each operator holds its operands; what is looser stands in brackets. */
const holds = new Map([
  ['+', 1],
  ['-', 1],
  ['/', 3],
  ['^', 4],
])
const product = 2
const tightness = (op: string): number => holds.get(op) ?? product
const tight = (ast: Ast): number =>
  ast.kind === 'binary' ? tightness(ast.op) : ast.kind === 'neg' || ast.kind === 'over' ? 1 : 9
const signs: Readonly<Record<string, string>> = { '⊙': '⊙', '>': '>', '==': '=', '-': '−' }

/** A tensor as a whole: a star between two of these goes entry by entry. */
const isWhole = (ast: Ast): boolean =>
  ast.kind === 'name' ||
  ((ast.kind === 'neg' || ast.kind === 'transpose') && isWhole(ast.of)) ||
  (ast.kind === 'binary' && (isWhole(ast.left) || isWhole(ast.right))) ||
  (ast.kind === 'call' && ast.args.some(isWhole))

/** Transposed; a fraction, as a gradient is, stands in brackets, or the T would be read as that of its numerator. */
const turned = (of: Piece, open: boolean): Piece =>
  row(bracket(of, open || of.kind === 'fraction'), raised(letter('⊤')))

/** Sets a line as it was typed: its own order, its own sums. */
class Typed {
  constructor(private readonly gradients: ReadonlySet<string>) {}

  of = (ast: Ast): Piece => {
    switch (ast.kind) {
      case 'number':
        return numeral(ast.value)
      case 'text':
        return word(ast.text)
      case 'name':
        return this.gradient(ast.name) ?? nameOf(ast.name)
      case 'neg':
        return row(mark('−'), bracket(this.of(ast.of), tight(ast.of) < 2))
      case 'transpose':
        return turned(this.of(ast.of), tight(ast.of) < 9)
      case 'norm':
        return fenced(this.of(ast.of), '|', '|')
      case 'binary':
        return this.binary(ast)
      case 'call':
        return this.call(ast)
      case 'list':
        return fenced(listed(ast.items.map(this.of)), '[', ']')
      case 'index':
        return this.index(ast)
      case 'over':
        return row(
          this.over(ast),
          bracket(this.of(ast.body), ast.body.kind !== 'over' && tight(ast.body) < 2),
        )
      case 'delta':
        return row(letter('δ'), lowered(this.slots(ast.slots)))
      case 'partial':
        return derivative(this.of(ast.of), this.of(ast.by))
    }
  }

  /** ∂L/∂x for dx, if it is the gradient of something. */
  private gradient(name: string, ...below: readonly Piece[]): Piece | undefined {
    if (!this.gradients.has(name)) return undefined
    return derivative(letter('L'), row(nameOf(name.slice(1)), ...below))
  }

  private slots(slots: readonly Slot[]): Piece {
    return joined(slots.map(this.slot), mark(','))
  }

  private readonly slot = (slot: Slot): Piece => {
    if (slot.kind === 'one') return this.of(slot.of)
    if (slot.kind === 'new') return mark('·')
    return row(...(slot.from ? [this.of(slot.from)] : []), mark(':'), ...(slot.to ? [this.of(slot.to)] : []))
  }

  private binary({ op, left, right }: Ast & { kind: 'binary' }): Piece {
    if (op === '/') return fraction(this.of(left), this.of(right))
    if (op === '^') return row(bracket(this.of(left), tight(left) < 9), raised(this.of(right)))
    const hold = tightness(op)
    const [a, b] = [
      bracket(this.of(left), tight(left) < hold),
      bracket(this.of(right), tight(right) < hold || (op === '-' && tight(right) <= 1)),
    ]
    if (hold === 1) return row(a, sign(signs[op] ?? op), b)
    const between = signs[op === '*' && isWhole(left) && isWhole(right) ? '⊙' : op]
    return row(a, between === undefined ? space() : sign(between), b)
  }

  private call({ fn, args, settings }: Ast & { kind: 'call' }): Piece {
    const [first] = args
    if (fn === 'sqrt' && first) return root(this.of(first))
    const axis = settings.get('axis') ?? settings.get('dim')
    const below = axis ? [lowered(row(word('axis '), this.of(axis)))] : []
    return row(headOf(fn), ...below, fenced(listed(args.map(this.of))))
  }

  private index({ of, slots }: Ast & { kind: 'index' }): Piece {
    const places = lowered(this.slots(slots))
    const gradient = of.kind === 'name' ? this.gradient(of.name, places) : undefined
    return gradient ?? row(bracket(this.of(of), tight(of) < 9), places)
  }

  private over({ fn, letters }: Ast & { kind: 'over' }): Piece {
    const below = letters.map(({ name }) => nameOf(name))
    if (fn === 'sum') return row(...below.flatMap((one) => [letter('Σ'), lowered(one)]))
    return row(named(fn), lowered(joined(below, mark(','))))
  }
}

const derivative = (of: Piece, by: Piece): Piece => fraction(row(letter('∂'), of), row(letter('∂'), by))

/**
 * A line as it was typed; undefined if it cannot be read. `gradients` are the names that are gradients of something:
 * dx is set as ∂L/∂x.
 */
export function typedLine(
  line: string,
  gradients: ReadonlySet<string>,
  isValue: (name: string) => boolean,
  spelled: (name: string) => string,
): Piece | undefined {
  const bare = line.replace(/#.*$/, '')
  const skip = /^\s*=(?!=)/.exec(bare)?.[0].length ?? 0
  try {
    const { left, right } = readEquation(bare.slice(skip), isValue, spelled)
    const typed = new Typed(gradients)
    return row(...(left ? [typed.of(left)] : []), sign('='), typed.of(right))
  } catch (error) {
    if (error instanceof LayerError) return undefined
    throw error
  }
}
