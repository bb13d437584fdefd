import type { Ast, Slot } from './ast.ts'
import { readEquation } from './equation.ts'
import { LayerError } from './error.ts'
import { functions } from './functions.ts'
import { gradientTex, nameTex } from './tex.ts'

const bracket = (text: string, when: boolean): string => (when ? `\\left(${text}\\right)` : text)

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
const signs: Readonly<Record<string, string>> = { '⊙': ' \\odot ', '>': ' > ', '==': ' = ' }

/** A tensor as a whole: a star between two of these goes entry by entry. */
const isWhole = (ast: Ast): boolean =>
  ast.kind === 'name' ||
  ((ast.kind === 'neg' || ast.kind === 'transpose') && isWhole(ast.of)) ||
  (ast.kind === 'binary' && (isWhole(ast.left) || isWhole(ast.right))) ||
  (ast.kind === 'call' && ast.args.some(isWhole))

/** Typesets a line as it was typed: its own order, its own sums. */
class Typed {
  constructor(private readonly gradients: ReadonlySet<string>) {}

  of = (ast: Ast): string => {
    switch (ast.kind) {
      case 'number':
        return String(ast.value)
      case 'text':
        return `\\text{${ast.text}}`
      case 'name':
        return gradientTex(ast.name, '', this.gradients) ?? nameTex(ast.name)
      case 'neg':
        return `-${bracket(this.of(ast.of), tight(ast.of) < 2)}`
      case 'transpose':
        return `{${bracket(this.of(ast.of), tight(ast.of) < 9)}}^{\\top}`
      case 'norm':
        return `\\left|${this.of(ast.of)}\\right|`
      case 'binary':
        return this.binary(ast)
      case 'call':
        return this.call(ast)
      case 'list':
        return `\\left[${ast.items.map(this.of).join(', ')}\\right]`
      case 'index':
        return this.index(ast)
      case 'over':
        return `${this.over(ast)} ${bracket(this.of(ast.body), ast.body.kind !== 'over' && tight(ast.body) < 2)}`
      case 'delta':
        return `\\delta_{${ast.slots.map(this.slot).join(',')}}`
      case 'partial':
        return `\\frac{\\partial ${this.of(ast.of)}}{\\partial ${this.of(ast.by)}}`
    }
  }

  private readonly slot = (slot: Slot): string => {
    if (slot.kind === 'one') return this.of(slot.of).replaceAll(' ', '')
    if (slot.kind === 'new') return '\\cdot'
    return `${slot.from ? this.of(slot.from) : ''}:${slot.to ? this.of(slot.to) : ''}`
  }

  private binary({ op, left, right }: Ast & { kind: 'binary' }): string {
    if (op === '/') return `\\frac{${this.of(left)}}{${this.of(right)}}`
    if (op === '^') return `{${bracket(this.of(left), tight(left) < 9)}}^{${this.of(right)}}`
    const hold = tightness(op)
    const [a, b] = [
      bracket(this.of(left), tight(left) < hold),
      bracket(this.of(right), tight(right) < hold || (op === '-' && tight(right) <= 1)),
    ]
    if (hold === 1) return `${a} ${op} ${b}`
    const sign = op === '*' && isWhole(left) && isWhole(right) ? '⊙' : op
    return `${a}${signs[sign] ?? ' \\, '}${b}`
  }

  private call({ fn, args, settings }: Ast & { kind: 'call' }): string {
    const [first] = args
    if (fn === 'sqrt' && first) return `\\sqrt{${this.of(first)}}`
    const axis = settings.get('axis') ?? settings.get('dim')
    const below = axis ? `_{\\text{axis } ${this.of(axis)}}` : ''
    return `${functions[fn]?.tex ?? `\\operatorname{${fn}}`}${below}\\left(${args.map(this.of).join(', ')}\\right)`
  }

  private index({ of, slots }: Ast & { kind: 'index' }): string {
    const places = slots.map(this.slot).join(',')
    const gradient = of.kind === 'name' ? gradientTex(of.name, places, this.gradients) : undefined
    return gradient ?? `${bracket(this.of(of), tight(of) < 9)}_{${places}}`
  }

  private over({ fn, letters }: Ast & { kind: 'over' }): string {
    const below = letters.map(({ name }) => name)
    if (fn === 'sum') return below.map((letter) => `\\sum_{${letter}}`).join('')
    return `\\operatorname{${fn}}_{${below.join(',')}}`
  }
}

/**
 * A line as TeX, as it was typed; undefined if it cannot be read. `gradients` are the names that are gradients of
 * something: dx is set as ∂L/∂x.
 */
export function typedTex(
  line: string,
  gradients: ReadonlySet<string>,
  isValue: (name: string) => boolean,
  spelled: (name: string) => string,
): string | undefined {
  const bare = line.replace(/#.*$/, '')
  const skip = /^\s*=(?!=)/.exec(bare)?.[0].length ?? 0
  try {
    const { left, right } = readEquation(bare.slice(skip), isValue, spelled)
    const typed = new Typed(gradients)
    return `${left ? `${typed.of(left)} ` : ''}= ${typed.of(right)}`
  } catch (error) {
    if (error instanceof LayerError) return undefined
    throw error
  }
}
