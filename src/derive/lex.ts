import type { Span } from '../autodiff/index.ts'
import { LayerError } from './error.ts'

export interface Token {
  readonly kind: 'number' | 'name' | 'power' | 'symbol' | 'end'
  readonly text: string
  readonly span: Span
}

/** One list of spellings: what is typed, and the one sign that it stands for. */
const spellings: Readonly<Record<string, string>> = {
  '\\sum': 'Σ',
  '∑': 'Σ',
  '\\delta': 'δ',
  '\\partial': '∂',
  '\\cdot': '·',
  '∙': '·',
  '⋅': '·',
  '\\odot': '⊙',
  '\\otimes': '⊗',
  '≥': '>=',
  '\\ge': '>=',
  '≤': '<=',
  '\\le': '<=',
  '||': '‖',
  '∘': '⊙',
  '\\times': '*',
  '×': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '**': '^',
  '−': '-',
  '‐': '-',
  '–': '-',
  '\\top': '⊤',
  ᵀ: 'ᵀ',
  '\\intercal': '⊤',
  '\\Vert': '‖',
  '\\nabla': '∇',
  '\\vert': '|',
  '\\lvert': '|',
  '\\rvert': '|',
  '\\|': '‖',
  '（': '(',
  '）': ')',
  '＋': '+',
  '＝': '=',
}
const ignored = /^(?:\s|[​⁠-⁤]|\\left|\\right|\\[,;:! ]|\$)+/u
/** Letters in another face, and names set upright, are the same names. */
const faced =
  /^\\(?:operatorname|mathrm|mathbf|mathbb|mathcal|mathit|mathsf|boldsymbol|bm|text)\*?\s*\{\s*([\p{L}][\p{L}\p{N}_ ]*?)\s*\}/u
const quoted = /^(?:'[^']*'|"[^"]*")/
const number = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/
const name =
  /^(?:\\(?!sum|delta|partial|cdot|odot|times|top|intercal|Vert|nabla|(?:left|right)[|]|[lr]?vert)[a-zA-Z]+|(?![Σδ∂])\p{L}(?:[\p{L}\p{Nd}₀-₉'′]|_(?![{\s]))*)/u
const power = /^[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/u
const symbol =
  /^(?:\\[a-zA-Z|]+|\*\*|:=|[-+*/=<>]=|\|\||[-+*/@^()[\]{},:=<>_.|∇·⊙⊗≥≤⊤ᵀ‖Σ∑δ∂√×∙⋅∘∗÷∕−‐–（）＋＝½¼])/u
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** w₁ and w1 are one name, μ typed as a command too. */
const plain = (text: string): string =>
  text
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
    .replace(/'/g, '′')
    .replace(/^\\/, '')

/** Reads a line into numbers, names and signs, each spelled in one way. */
export function lex(source: string): Token[] {
  const tokens: Token[] = []
  let start = 0
  const take = (kind: Token['kind'], raw: string, text: string): void => {
    tokens.push({ kind, text, span: [start, start + raw.length] })
    start += raw.length
  }
  while (start < source.length) {
    const rest = source.slice(start)
    const skip = ignored.exec(rest)?.[0]
    const [digits, word, raise, sign] = [number, name, power, symbol].map(
      (pattern) => pattern.exec(rest)?.[0],
    )
    const face = faced.exec(rest)
    const text = quoted.exec(rest)?.[0]
    if (skip) start += skip.length
    else if (face?.[1]) take('name', face[0], face[1].replaceAll(' ', '_'))
    else if (text) take('symbol', text, `"${text.slice(1, -1)}`)
    else if (digits) take('number', digits, digits)
    else if (word && !/^[ᵀ]/u.test(word))
      take('name', word.replace(/ᵀ.*$/u, ''), plain(word.replace(/ᵀ.*$/u, '')))
    else if (raise)
      take('power', raise, [...raise].map((c) => (c === '⁻' ? '-' : raised.indexOf(c))).join(''))
    else if (sign) take('symbol', sign, spellings[sign] ?? sign)
    else {
      const found = [...rest][0] ?? ''
      throw new LayerError('syntax', `“${found}” is no sign that can be read here.`, [
        start,
        start + found.length,
      ])
    }
  }
  return [...tokens, { kind: 'end', text: '', span: [source.length, source.length] }]
}
