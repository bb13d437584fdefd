import { compound } from './letters.ts'
import { matParts, type Mat, type MatOp } from './mat.ts'

/** What has no spelling in matrix form is written by entries. */
export const unwritable: ReadonlySet<MatOp> = new Set(['where'])

const signs: Readonly<Record<string, string>> = { greater: '>', equal: '==' }
const bracket = (text: string, when: boolean): string => (when ? `(${text})` : text)
const isScalar = (m: Mat): boolean => m.letters.length === 0
const tight = (m: Mat): boolean =>
  [
    'name',
    'num',
    'size',
    'T',
    'call',
    'sum',
    'mean',
    'max',
    'logsumexp',
    'softmax',
    'slots',
    'einsum',
    'outer',
    'ones',
    'eye',
    'diag',
    'trace',
    'permute',
  ].includes(m.op) &&
  !(m.op === 'num' && m.value < 0) &&
  !(m.op === 'size' && compound(m.dim))

/** A power needs no brackets in a product. */
const isFactor = (m: Mat): boolean => tight(m) || m.op === 'pow'

/** A matrix expression in the book's spelling, which the reader of layers takes back. */
export function matText(m: Mat): string {
  const part = (one: Mat): string => bracket(matText(one), !tight(one))
  const factor = (one: Mat): string => bracket(matText(one), !isFactor(one))
  switch (m.op) {
    case 'num':
      return String(m.value)
    case 'size':
      return String(m.dim)
    case 'name':
      return m.name
    case 'T':
      return `${part(m.of)}ᵀ`
    case 'permute':
      return `transpose(${matText(m.of)}, (${m.order.join(', ')}))`
    case 'matmul':
      return m.all.map(factor).join(' ')
    case 'times':
      return timesText(m.all)
    case 'plus':
      return m.all
        .map((term, k) => {
          const text = matText(term)
          return k === 0 ? text : text.startsWith('-') ? ` - ${text.slice(1)}` : ` + ${text}`
        })
        .join('')
    case 'over':
      return `${['times', 'matmul', 'num'].includes(m.of.op) ? matText(m.of) : factor(m.of)} / ${factor(m.by)}`
    case 'pow':
      return `${part(m.of)}^${part(m.power)}`
    case 'call': {
      const sign = signs[m.fn]
      return sign ? `(${m.all.map(part).join(` ${sign} `)})` : `${m.fn}(${m.all.map(matText).join(', ')})`
    }
    case 'sum':
    case 'mean':
    case 'max':
    case 'logsumexp': {
      const whole = m.axes.length === m.of.letters.length && !m.keep
      const axes = m.axes.length === 1 ? String(m.axes[0]) : `(${m.axes.join(', ')})`
      return `${m.op}(${matText(m.of)}${whole ? '' : `, axis=${axes}`}${m.keep ? ', keepdims=True' : ''})`
    }
    case 'softmax':
      return `softmax(${matText(m.of)}, axis=${m.axis})`
    case 'slots':
      return `${part(m.of)}[${m.slots.map((s) => (s === null ? 'None' : String(s))).join(', ')}]`
    case 'einsum':
      return `einsum('${m.spec}', ${m.all.map(matText).join(', ')})`
    case 'outer':
      return `outer(${matText(m.left)}, ${matText(m.right)})`
    case 'diag':
    case 'trace':
      return `${m.op}(${matText(m.of)})`
    case 'ones':
      return `ones_like(${m.like})`
    case 'eye':
      return `eye(${m.dim})`
    case 'where':
      return 'δ'
  }
}

/** Numbers and scalars stand beside what they scale; ⊙ between the others. */
function timesText(all: readonly Mat[]): string {
  const [scalars, tensors] = [all.filter(isScalar), all.filter((m) => !isScalar(m))]
  const value = scalars.reduce((product, m) => product * (m.op === 'num' ? m.value : 1), 1)
  const names = scalars.filter((m) => m.op !== 'num')
  const sign = value < 0 ? '-' : ''
  const size = Math.abs(value) === 1 && names.length + tensors.length > 0 ? [] : [String(Math.abs(value))]
  const lone = tensors.length === 1 && scalars.length > 0
  const product = tensors
    .map((m) => bracket(matText(m), !(isFactor(m) || (lone && m.op === 'matmul'))))
    .join(' ⊙ ')
  return (
    sign +
    [...size, ...names.map((m) => bracket(matText(m), !isFactor(m))), ...(product ? [product] : [])].join(' ')
  )
}

/** Whether all of it can be written in matrix form. */
export const writable = (m: Mat): boolean => !unwritable.has(m.op) && matParts(m).every(writable)
