import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

const element = (node: ElementContent | undefined, name?: string): Element | undefined =>
  node?.type === 'element' && (name === undefined || node.tagName === name) ? node : undefined

const textOf = (node: ElementContent | undefined): string =>
  node?.type === 'text' ? node.value : (element(node)?.children.map(textOf).join('') ?? '')

/** What stands after a ∂ that begins a row; undefined where the row is not that alone. */
function behindPartial(row: Element | undefined): Element | undefined {
  const [sign, of, ...more] = row?.tagName === 'mrow' ? row.children : []
  return textOf(sign) === '∂' && more.length === 0 ? element(of) : undefined
}

const name = (node: Element, arg: string) => (node.properties.arg = arg)

/** ∂y/∂x: y and x are named where they stand, so that a reader is told what is derived by what. */
function partialDerivative(fraction: Element) {
  const [over, under] = fraction.children.map((half) => behindPartial(element(half)))
  if (!over || !under) return
  name(over, 'of')
  name(under, 'by')
  fraction.properties.intent = 'partial-derivative($of,$by)'
}

/** xᵀ; behind a bracket the raised T alone is all that can be said, since KaTeX makes the bracket its base. */
function transpose(power: Element) {
  const [base, exponent] = power.children.map((child) => element(child))
  if (!base || !exponent || !/^[T⊤]$/.test(textOf(exponent))) return
  if (base.tagName === 'mo') exponent.properties.intent = 'transpose'
  else {
    name(base, 'of')
    power.properties.intent = 'transpose($of)'
  }
}

const letters: Readonly<Record<string, string>> = { '∇': 'gradient', J: 'jacobian' }

function letter(sign: Element) {
  const intent = letters[textOf(sign)]
  if (intent !== undefined) sign.properties.intent = intent
}

/**
 * What each form of the book's notation means, by the tag that it stands in. The names are those of MathML's list of
 * concepts (https://w3c.github.io/mathml-docs/intent-core-concepts/); one that is not in it, jacobian, is said as it is.
 */
const meanings: Readonly<Record<string, (node: Element) => void>> = {
  mfrac: partialDerivative,
  msup: transpose,
  mi: letter,
}

/** Says in the MathML what its notation means; a screen reader that knows `intent` then says that. */
export const rehypeIntent = () => (tree: Root | Element) =>
  visit(tree, 'element', (math) => {
    if (math.tagName === 'math') visit(math, 'element', (node) => meanings[node.tagName]?.(node))
  })
