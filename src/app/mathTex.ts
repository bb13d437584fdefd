/** What is read of an element of MathML; the page's own and a test's both have it. */
export interface MathNode {
  readonly localName: string
  readonly textContent: string | null
  readonly children: Iterable<MathNode>
  getAttribute(name: string): string | null
}

const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '⋅': '\\cdot ',
  '·': '\\cdot ',
  '×': '\\times ',
  '⊙': '\\odot ',
  '→': '\\to ',
  '≈': '\\approx ',
  '≤': '\\le ',
  '≥': '\\ge ',
  '≠': '\\ne ',
  '∈': '\\in ',
  '∑': '\\sum ',
  '∏': '\\prod ',
  '∂': '\\partial ',
  '∇': '\\nabla ',
  '∞': '\\infty ',
  '⊤': '\\top ',
  '∣': '|',
  '…': '\\dots ',
  '⋯': '\\cdots ',
  Δ: '\\Delta ',
  Σ: '\\Sigma ',
  α: '\\alpha ',
  β: '\\beta ',
  γ: '\\gamma ',
  δ: '\\delta ',
  ε: '\\varepsilon ',
  η: '\\eta ',
  θ: '\\theta ',
  λ: '\\lambda ',
  μ: '\\mu ',
  π: '\\pi ',
  σ: '\\sigma ',
  φ: '\\varphi ',
}
const functions = new Set('sin cos tan exp log ln max min lim tanh det'.split(' '))
const fonts: Readonly<Record<string, string>> = {
  'double-struck': 'mathbb',
  bold: 'mathbf',
  normal: 'mathrm',
}

/** TeX of a formula that KaTeX has set, read off its MathML: anyone's TeX, without the book's own macros. */
export const mathTex = (node: MathNode): string => tex(node).replace(/ {2,}/g, ' ').trim()

function tex(node: MathNode): string {
  const parts = [...node.children]
  const [a = '', b = '', c = ''] = parts.map(tex)
  switch (node.localName) {
    case 'annotation':
      return ''
    case 'mi':
      return letter(visible(node), node.getAttribute('mathvariant'))
    case 'mn':
      return visible(node)
    case 'mo':
      return signs[visible(node)] ?? visible(node)
    case 'mtext':
      return visible(node).trim() === '' ? ' ' : `\\text{${visible(node)}}`
    case 'mspace':
      return ' '
    case 'mfrac':
      return `\\frac{${a}}{${b}}`
    case 'msqrt':
      return `\\sqrt{${parts.map(tex).join('')}}`
    case 'msup':
    case 'mover':
      return `${based(a)}^{${b.trim()}}`
    case 'msub':
    case 'munder':
      return `${based(a)}_{${b.trim()}}`
    case 'msubsup':
    case 'munderover':
      return `${based(a)}_{${b.trim()}}^{${c.trim()}}`
    case 'mtable':
      return `\\begin{matrix} ${parts.map(tex).join(' \\\\ ')} \\end{matrix}`
    case 'mtr':
      return parts.map(tex).join(' & ')
    default:
      return parts.map(tex).join('')
  }
}

const visible = ({ textContent }: MathNode): string => (textContent ?? '').replace(/\p{Cf}/gu, '')
const based = (base: string): string => (/^(?:.|\\\w+ ?)?$/u.test(base) ? base.trim() : `{${base}}`)

function letter(text: string, variant: string | null): string {
  if (functions.has(text)) return `\\${text} `
  if (text.length > 1) return `\\operatorname{${text}}`
  const font = variant === null || !/\p{L}/u.test(text) ? undefined : fonts[variant]
  if (signs[text] !== undefined || font === undefined) return signs[text] ?? text
  return `\\${font}{${text}}`
}
