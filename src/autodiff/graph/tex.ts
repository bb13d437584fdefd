import { greek, type Piece } from '../core/formula.ts'
import { formulaOf, type Writing } from './formula.ts'
import type { Graph } from './trace.ts'

/** The mathematics of a graph, in TeX. */
export const toTex = (graph: Graph, writing: Writing = {}): string => texOf(formulaOf(graph, writing))

const letters: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...greek].map(([name, sign]) => [sign, `\\${name}`])),
  '∞': '\\infty',
  '⊤': '\\top',
  '∂': '\\partial',
  Σ: '\\sum',
}
const signs: Readonly<Record<string, string>> = {
  '−': '-',
  '·': '\\cdot',
  '⊙': '\\odot',
  '⊗': '\\otimes',
  '×': '\\times',
  '→': '\\to',
  '|': '\\mid',
}
/** Functions that TeX has a command for. */
const commands = new Set('sin cos tan arcsin arccos arctan sinh cosh tanh log exp'.split(' '))
const plain = (text: string): string => text.replace(/[#$%&_{}]/g, '\\$&').replace(/\^/g, '\\^{}')

/** Pieces as TeX. */
export function texOf(piece: Piece): string {
  switch (piece.kind) {
    case 'letter':
      return letters[piece.text] ?? piece.text
    case 'number':
      return piece.text
    case 'name':
      return `\\mathit{${plain(piece.text)}}`
    case 'word':
      return `\\text{${plain(piece.text)}}`
    case 'mark':
      return signs[piece.text] ?? piece.text
    case 'function':
      return commands.has(piece.text) ? `\\${piece.text}` : `\\operatorname{${piece.text}}`
    case 'sign':
      return ` ${signs[piece.text] ?? piece.text} `
    case 'space':
      return piece.wide ? '\\quad ' : '\\, '
    case 'row':
      return piece.of.reduce(beside, '').trim()
    case 'fraction':
      return `\\frac{${texOf(piece.over)}}{${texOf(piece.under)}}`
    case 'root':
      return `\\sqrt{${texOf(piece.of)}}`
    case 'raised':
      return `^{${texOf(piece.of)}}`
    case 'lowered':
      return `_{${texOf(piece.of)}}`
    case 'fenced':
      return `\\left${piece.open}${texOf(piece.of)}\\right${piece.close}`
    case 'hue':
      return `\\htmlClass{${piece.role}}{${texOf(piece.of)}}`
    case 'table':
      return tableTex(piece.rows, piece.fence)
  }
}

/** A piece behind what is there: a command must not run into a letter, nor a number into what follows it. */
function beside(before: string, piece: Piece): string {
  const tex = texOf(piece)
  if (piece.kind === 'space') return before + (before.endsWith(',') ? tex : ` ${tex}`)
  const meets = /\\[a-zA-Z]+$/.test(before) ? /^[a-zA-Z]/ : /\d$/.test(before) ? /^[a-zA-Z\\]/ : undefined
  return `${before}${meets?.test(tex) ? ' ' : ''}${tex}`
}

function tableTex(rows: readonly (readonly Piece[])[], fence: boolean): string {
  const name = fence ? 'bmatrix' : 'aligned'
  const lines = rows.map((cells) => cells.map((cell) => texOf(cell)).join(fence ? ' & ' : ' &'))
  return `\\begin{${name}}${lines.join(' \\\\ ')}\\end{${name}}`
}
