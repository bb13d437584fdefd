import { texOf } from '../autodiff/index.ts'
import { headOf } from './functions.ts'
import { compound, exponent, fraction, type Letters } from './letters.ts'
import { writtenOut } from './text.ts'
import { at, axisOf, isNum, substitute, type Entry, type Expr } from './tree.ts'

const greek: Readonly<Record<string, string>> = {
  σ: '\\sigma',
  μ: '\\mu',
  ε: '\\varepsilon',
  θ: '\\theta',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  λ: '\\lambda',
  δ: '\\delta',
}
const spelled = new Set([
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'eps',
  'theta',
  'lambda',
  'mu',
  'sigma',
  'rho',
  'tau',
  'phi',
  'psi',
  'omega',
  'eta',
  'xi',
  'pi',
])

/** A name as it is typeset: w1 with its number below, mu as μ. */
export function nameTex(name: string): string {
  const [, stem = name, digits = '', primes = ''] = /^(.+?)_?(\d*)(′*)$/u.exec(name) ?? []
  const word =
    greek[stem] ??
    (spelled.has(stem)
      ? `\\${stem === 'eps' ? 'varepsilon' : stem}`
      : [...stem].length > 1
        ? `\\mathit{${stem.replace(/_/g, '\\_')}}`
        : stem)
  return word + (digits ? `_{${digits}}` : '') + "'".repeat(primes.length)
}

/** ∂L/∂x for dx, if it is the gradient of something. */
export function gradientTex(name: string, index: string, gradients: ReadonlySet<string>): string | undefined {
  if (!gradients.has(name)) return undefined
  const of = nameTex(name.slice(1))
  return `\\frac{\\partial L}{\\partial ${index ? withIndex(of, index) : of}}`
}

const withIndex = (of: string, index: string): string =>
  of.includes('_') ? `{${of}}_{${index}}`.replace(/^\{(.*)\}_\{(.*)\}$/, '($1)_{$2}') : `${of}_{${index}}`

const bracket = (text: string, when: boolean): string => (when ? `\\left(${text}\\right)` : text)

/** Typesets the entries of one line. */
export class Tex {
  constructor(
    private readonly letters: Letters,
    private readonly gradients: ReadonlySet<string>,
  ) {}

  of(e: Expr, room: 0 | 1 | 2 = 0): string {
    switch (e.kind) {
      case 'num':
        return bracket(String(e.value), e.value < 0 && room > 0)
      case 'size':
        return bracket(String(e.dim), compound(e.dim) && room > 0)
      case 'entry':
        return this.entry(e)
      case 'delta':
        return `\\delta_{${this.letters.index(e.a)},${this.letters.index(e.b)}}`
      case 'sum':
        return bracket(
          `${e.over.map((a) => `\\sum_{${this.letters.of(a)}}`).join('')} ${this.of(e.body, 1)}`,
          room === 2,
        )
      case 'mul':
        return this.product(e.of, room)
      case 'add':
        return bracket(this.terms(e.of), room > 0)
      case 'pow':
        if (e.power.kind === 'num' && e.power.value < 0) return this.product([e], room)
        return isNum(e.power, 0.5)
          ? `\\sqrt{${this.of(e.base)}}`
          : `{${this.of(e.base, 2)}}^{${e.power.kind === 'num' ? exponent(e.power.value) : this.of(e.power)}}`
      case 'call':
        return this.call(e.fn, e.of)
      case 'row':
        return this.row(e)
      case 'partial':
        return `\\frac{\\partial ${this.entry(e.of)}}{\\partial ${this.entry(e.by)}}`
    }
  }

  private entry({ name, at: index }: Entry): string {
    const below = index.map((one) => this.letters.index(one)).join(',')
    const gradient = gradientTex(name, below, this.gradients)
    if (gradient) return gradient
    return below ? withIndex(nameTex(name), below) : nameTex(name)
  }

  private product(of: readonly Expr[], room: number): string {
    const { value, above, below } = fraction(of)
    const size = Math.abs(value)
    const texts = above.map((f, k) =>
      bracket(this.of(f, 1), (f.kind === 'sum' || f.kind === 'row') && k < above.length - 1),
    )
    const top = [...(size === 1 && texts.length ? [] : [String(size)]), ...texts].join(' \\, ')
    const bottom = below.map((f) => this.of(f, below.length > 1 ? 1 : 0)).join(' \\, ')
    const whole = bottom ? `\\frac{${top}}{${bottom}}` : top
    return bracket((value < 0 ? '-' : '') + whole, room === 2 || (value < 0 && room > 0))
  }

  private terms(of: readonly Expr[]): string {
    return of
      .map((term, k) => {
        const one = this.of(term)
        return k === 0 || one.startsWith('-') ? one : `+ ${one}`
      })
      .join(' ')
  }

  private call(fn: string, of: readonly Expr[]): string {
    const args = of.map((arg) => this.of(arg))
    if (fn === 'sqrt') return `\\sqrt{${args[0] ?? ''}}`
    if (fn === 'greater') return `[${args.join(' > ')}]`
    if (fn === 'equal') return `[${args.join(' = ')}]`
    return `${texOf(headOf(fn))}\\left(${args.join(', ')}\\right)`
  }

  private row(e: Expr & { kind: 'row' }): string {
    const letter = e.at && axisOf(e.at)
    if (e.fn === 'softmax' && !letter) return this.of(writtenOut(e))
    const body = letter ? substitute(e.body, new Map([[e.over.id, at(letter)]])) : e.body
    const name = e.fn === 'max' ? '\\max' : `\\operatorname{${e.fn}}`
    return `${name}_{${this.letters.of(letter ?? e.over)}}\\left(${this.of(body)}\\right)`
  }
}
