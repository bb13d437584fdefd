import { texOf } from '../autodiff/index.ts'
import { headOf } from './functions.ts'
import { exponent } from './letters.ts'
import { matText } from './matText.ts'
import type { Mat } from './mat.ts'
import { gradientTex, nameTex } from './tex.ts'

const bracket = (text: string, when: boolean): string => (when ? `\\left(${text}\\right)` : text)
const isScalar = (m: Mat): boolean => m.letters.length === 0
const laidOut = (m: Mat, first: ':' | null, second: ':' | null): boolean =>
  m.op === 'slots' && m.slots.length === 2 && m.slots[0] === first && m.slots[1] === second
/** A vector that stands beside a matrix as a column, or as a row: in a formula, its product with ones. */
const isColumn = (m: Mat): boolean => laidOut(m, ':', null)
const isRow = (m: Mat): boolean => laidOut(m, null, ':')

const open = (m: Mat): boolean =>
  isColumn(m) ||
  isRow(m) ||
  ['plus', 'times', 'over', 'matmul', 'outer'].includes(m.op) ||
  (m.op === 'num' && m.value < 0)

/** A fraction, as a gradient is, is transposed in brackets: the T would be read as that of its numerator. */
const turned = (of: string) => `{${of.startsWith('\\frac') ? `\\left(${of}\\right)` : of}}^{\\top}`

/** A matrix expression, typeset. */
export function matTex(m: Mat, gradients: ReadonlySet<string>): string {
  const tex = (one: Mat): string => matTex(one, gradients)
  const part = (one: Mat): string => bracket(tex(one), open(one) && one.op !== 'over')
  switch (m.op) {
    case 'num':
      return String(m.value)
    case 'size':
      return String(m.dim)
    case 'name':
      return gradientTex(m.name, '', gradients) ?? nameTex(m.name)
    case 'T':
      return turned(part(m.of))
    case 'matmul':
      return m.all.map(part).join(' \\, ')
    case 'times': {
      const [scalars, tensors] = [m.all.filter(isScalar), m.all.filter((one) => !isScalar(one))]
      const value = scalars.reduce((product, one) => product * (one.op === 'num' ? one.value : 1), 1)
      const names = scalars.filter((one) => one.op !== 'num').map(part)
      const number = Math.abs(value) === 1 && names.length + tensors.length ? [] : [String(Math.abs(value))]
      return (
        (value < 0 ? '-' : '') +
        [...number, ...names, ...(tensors.length ? [tensors.map(part).join(' \\odot ')] : [])].join(' \\, ')
      )
    }
    case 'plus':
      return m.all
        .map((term, k) => (k && !tex(term).startsWith('-') ? `+ ${tex(term)}` : tex(term)))
        .join(' ')
    case 'over':
      return `\\frac{${tex(m.of)}}{${tex(m.by)}}`
    case 'pow':
      return `{${bracket(tex(m.of), open(m.of) || m.of.op === 'call')}}^{${m.power.op === 'num' ? exponent(m.power.value) : tex(m.power)}}`
    case 'call':
      return callTex(m.fn, m.all.map(tex))
    case 'sum':
    case 'mean':
    case 'max':
    case 'logsumexp': {
      const whole = m.axes.length === m.of.letters.length
      return `\\operatorname{${m.op}}${whole ? '' : `_{\\text{axis } ${m.axes.join(',')}}`}\\left(${tex(m.of)}\\right)`
    }
    case 'softmax':
      return `\\operatorname{softmax}\\left(${tex(m.of)}\\right)`
    case 'slots':
      if (isColumn(m)) return `${part(m.of)} \\, {\\mathbf{1}}^{\\top}`
      if (isRow(m)) return `\\mathbf{1} \\, ${turned(part(m.of))}`
      return `{${part(m.of)}}_{${m.slots.map(slotTex).join(',')}}`
    case 'outer':
      return `${part(m.left)} \\otimes ${part(m.right)}`
    case 'diag':
    case 'trace':
      return `\\operatorname{${m.op === 'diag' ? 'diag' : 'tr'}}\\left(${tex(m.of)}\\right)`
    case 'ones':
      return '\\mathbf{1}'
    case 'eye':
      return 'I'
    case 'einsum':
      return `\\operatorname{einsum}_{\\text{${m.spec.replace('->', '}\\to\\text{')}}}\\left(${m.all.map(tex).join(', ')}\\right)`
    default:
      return `\\text{${matText(m)}}`
  }
}

/** One place of an index: all of an axis, one entry of it, or a new axis of length 1. */
const slotTex = (slot: ':' | number | null) =>
  slot === ':' ? '\\cdot' : slot === null ? '\\text{new}' : String(slot)

function callTex(fn: string, args: readonly string[]): string {
  if (fn === 'sqrt') return `\\sqrt{${args[0] ?? ''}}`
  if (fn === 'greater') return `[${args.join(' > ')}]`
  if (fn === 'equal') return `[${args.join(' = ')}]`
  return `${texOf(headOf(fn))}\\left(${args.join(', ')}\\right)`
}
