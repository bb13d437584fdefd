import type { Shape } from './shape.ts'

/** Mathematics as plain data: printed as TeX (see graph/tex.ts), or drawn by whoever shows it. */
export type Piece =
  /** `letter` slants, `name` is several letters that stand for one thing, `mark` stands close: a minus before its number. */
  | {
      readonly kind: 'letter' | 'name' | 'number' | 'word' | 'mark' | 'function' | 'sign'
      readonly text: string
    }
  | { readonly kind: 'space'; readonly wide: boolean }
  | { readonly kind: 'row'; readonly of: readonly Piece[] }
  | { readonly kind: 'fraction'; readonly over: Piece; readonly under: Piece }
  | { readonly kind: 'root' | 'raised' | 'lowered'; readonly of: Piece }
  | { readonly kind: 'fenced'; readonly open: string; readonly of: Piece; readonly close: string }
  | { readonly kind: 'hue'; readonly role: string; readonly of: Piece }
  | { readonly kind: 'table'; readonly fence: boolean; readonly rows: readonly (readonly Piece[])[] }

export const letter = (text: string): Piece => ({ kind: 'letter', text })
export const word = (text: string): Piece => ({ kind: 'word', text })
export const mark = (text: string): Piece => ({ kind: 'mark', text })
export const sign = (text: string): Piece => ({ kind: 'sign', text })
export const named = (text: string): Piece => ({ kind: 'function', text })
export const space = (wide = false): Piece => ({ kind: 'space', wide })
export const row = (...of: readonly Piece[]): Piece => ({ kind: 'row', of })
export const fraction = (over: Piece, under: Piece): Piece => ({ kind: 'fraction', over, under })
export const root = (of: Piece): Piece => ({ kind: 'root', of })
export const raised = (of: Piece): Piece => ({ kind: 'raised', of })
export const lowered = (of: Piece): Piece => ({ kind: 'lowered', of })
export const fenced = (of: Piece, open = '(', close = ')'): Piece => ({ kind: 'fenced', open, of, close })
export const hue = (role: string, of: Piece): Piece => ({ kind: 'hue', role, of })
export const table = (rows: readonly (readonly Piece[])[], fence = true): Piece => ({
  kind: 'table',
  fence,
  rows,
})

/** Pieces one after the other, with the same between any two. */
export const joined = (parts: readonly Piece[], ...between: readonly Piece[]): Piece =>
  row(...parts.flatMap((part, k) => (k === 0 ? [part] : [...between, part])))
/** a, b, c */
export const listed = (parts: readonly Piece[]): Piece => joined(parts, mark(','), space())
/** Whole numbers, as settings are: 0,2. */
export const wholes = (numbers: readonly number[]): Piece => joined(numbers.map(numeral), mark(','))

/** The small Greek letters, by name. */
export const greek: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  'alpha α,beta β,gamma γ,delta δ,epsilon ε,zeta ζ,eta η,theta θ,kappa κ,lambda λ,mu μ,nu ν,xi ξ,pi π,rho ρ,sigma σ,tau τ,phi φ,chi χ,psi ψ,omega ω'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The same with each part of it changed. */
export function within(piece: Piece, change: (part: Piece) => Piece): Piece {
  switch (piece.kind) {
    case 'row':
      return row(...piece.of.map(change))
    case 'fraction':
      return fraction(change(piece.over), change(piece.under))
    case 'table':
      return table(
        piece.rows.map((cells) => cells.map(change)),
        piece.fence,
      )
    case 'root':
    case 'raised':
    case 'lowered':
    case 'fenced':
    case 'hue':
      return { ...piece, of: change(piece.of) }
    default:
      return piece
  }
}

/** A number as it is written by hand: 10⁻⁷, not 1e-7. */
export function numeral(value: number): Piece {
  if (Number.isNaN(value)) return word('NaN')
  if (value < 0) return row(mark('−'), numeral(-value))
  if (value === Infinity) return letter('∞')
  if (value === Math.PI || value === Math.E) return letter(value === Math.PI ? 'π' : 'e')
  const [digits = '', exponent] = String(value).split('e')
  const plain: Piece = { kind: 'number', text: digits }
  if (exponent === undefined) return plain
  const power = row({ kind: 'number', text: '10' }, raised(numeral(Number(exponent))))
  return digits === '1' ? power : row(plain, sign('·'), power)
}

/** Whether a formula begins with a number, so that it can't stand close to what is before it. */
export const opensWithNumber = (piece: Piece | undefined): boolean =>
  piece?.kind === 'row' ? opensWithNumber(piece.of[0]) : piece?.kind === 'number' || piece?.kind === 'mark'

/** A formula, and how tightly it binds: −x ½, sum 1, product 2, f(x) 4, atom 5. */
export type Formula = readonly [Piece, precedence: number]
/** The formula of input k, in brackets where it binds more loosely than asked. */
export type Shown = (k: number, precedence: number) => Piece
/** How an op is written, from its inputs. */
export type Writes<P> = (shown: Shown, shapes: readonly Shape[], params: P) => Formula

/** A function written by name, with settings below it. */
export const byName =
  (name: Piece | string, below: readonly number[] = []): Writes<unknown> =>
  (shown, shapes) => {
    const head = typeof name === 'string' ? named(name) : name
    const settings = below.length > 0 ? [lowered(wholes(below))] : []
    return [row(head, ...settings, fenced(listed(shapes.map((_, k) => shown(k, 0))))), 4]
  }
