import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * The symbols that a formula writes without a macro of the book, each with its key: a lone letter in a formula lights up
 * and explains itself as `\x` does. What each means stands in `src/prose/notation/entries/`.
 */
const letters: Record<string, string> = {
  ...Object.fromEntries([...'xywbLNDMKHWJABCSQVEPIefghzsauvctpijklnmdr'].map((letter) => [letter, letter])),
  ε: 'eps',
  θ: 'theta',
  δ: 'kron',
  η: 'eta',
  σ: 'sigma',
  ℓ: 'ell',
  // ℝ has the plain one.
  R: 'reach',
}
const signs: Record<string, string> = {
  Δ: 'delta',
  '∇': 'nabla',
  '⊙': 'odot',
  '∘': 'after',
  '∥': 'norm',
  '∣': 'abs',
  '≈': 'approx',
  '→': 'to',
  '←': 'becomes',
  '∈': 'in',
  '⟹': 'then',
  '′': 'prime',
  '∑': 'sum',
  '⋅': 'dot',
}

const classesOf = ({ properties: { className } }: Element) => (Array.isArray(className) ? className : [])

function keyOf(character: string, classes: readonly (string | number)[]): string | undefined {
  if (classes.includes('mathnormal')) return letters[character]
  if (classes.includes('mathbb')) return character === 'R' ? 'R' : undefined
  // In an index a colon stands for a whole axis; in f : A → B it is only a sign of its own.
  if (character === ':') return classes.includes('mtight') ? 'colon' : undefined
  return signs[character]
}

const toText = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(toText).join('') : ''

/** KaTeX may set neighbors in one box; each symbol in it gets one of its own. */
function mark(box: Element, text: string) {
  const classes = classesOf(box)
  const marked = [...text].map((value): ElementContent => {
    const key = keyOf(value, classes)
    const leaf = { type: 'text' as const, value }
    return key ? { type: 'element', tagName: 'span', properties: { dataSym: key }, children: [leaf] } : leaf
  })
  const [only] = marked
  if (marked.length > 1) box.children = marked
  else if (only?.type === 'element') box.properties.dataSym = only.properties.dataSym
}

/** A fraction of two ∂ without an index; KaTeX writes what is below the line first. */
const rate = /^∂(?:([xwb])∂(y)|([xy])∂(z)|([xywb])∂(L))\u200b?$/

/** Gives the letters of a formula their keys, in KaTeX's HTML; what is inside a symbol of the book belongs to that. */
export const markGlyphs = (tree: Root | Element) =>
  visit(tree, 'element', (node, index, parent) => {
    if (node.properties.dataSym !== undefined) return SKIP
    const found = classesOf(node).includes('mfrac') ? rate.exec(toText(node)) : null
    const [by, of] = found?.slice(1).filter(Boolean) ?? []
    if (of && by) node.properties.dataSym = of === 'L' ? `d${by}` : `d${of}d${by}`
    const [leaf, more] = node.children
    if (leaf?.type !== 'text' || more) return undefined
    const next = parent?.children[(index ?? 0) + 1]
    const [, gradient] = next?.type === 'element' ? (/^([xywb])/.exec(toText(next)) ?? []) : []
    if (leaf.value !== 'd' || !gradient || next?.type !== 'element') return void mark(node, leaf.value)
    // In dy the d is no index: the two letters are one symbol.
    for (const half of [node, next]) half.properties.dataSym ??= `d${gradient}`
    return undefined
  })
