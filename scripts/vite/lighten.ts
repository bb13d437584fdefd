import type { Element, ElementContent, Root } from 'hast'

/** Classes by which KaTeX spaces a formula while it sets it, and that no rule of its sheet or ours names. */
const spacing = new Set(['mord', 'mbin', 'mrel', 'mopen', 'mclose', 'mpunct', 'minner', 'mtight', 'textord'])

const classesOf = ({ properties: { className } }: Element) =>
  Array.isArray(className) ? className.map(String) : []

const isBare = (node: ElementContent): node is Element =>
  node.type === 'element' &&
  node.tagName === 'span' &&
  Object.keys(node.properties).every((name) => name === 'className') &&
  classesOf(node).every((name) => spacing.has(name)) &&
  classesOf(node).length > 0

/** KaTeX's sheet speaks of the children and grandchildren of these by their place. */
const placed = ['vlist', 'vlist-r', 'mfrac', 'delim-size1', 'delim-size4']

/** A symbol of the book is a box round the box of its letter: one is enough. */
function merged(node: ElementContent): ElementContent {
  if (node.type !== 'element' || !classesOf(node).includes('enclosing')) return node
  const [only, more] = node.children.flatMap(unwrapped)
  if (more || only?.type !== 'element' || Object.keys(only.properties).join('') !== 'className') return node
  node.properties.className = [...classesOf(node), ...classesOf(only)]
  return { ...node, children: only.children }
}

const unwrapped = (node: ElementContent): ElementContent[] =>
  isBare(node) ? node.children.flatMap(unwrapped) : [node]

/** How far a box is below one whose children and grandchildren KaTeX's sheet knows by their place. */
function below(node: Root | Element, parent: number): number {
  if (node.type === 'root') return parent
  const names = classesOf(node)
  if (names.includes('katex-html')) return 2
  return names.some((name) => placed.includes(name)) ? 0 : parent + 1
}

/**
 * KaTeX's HTML without the boxes that say nothing to a style sheet: a number, a comma or a sign stands as text in the
 * box around it. Their names go from the boxes that stay. What is drawn is the same, with an eighth fewer elements in a
 * chapter (KaTeX#3344).
 */
export function lighten(node: Root | Element, parent = Number.NaN): void {
  const depth = below(node, parent)
  if (node.type === 'element' && depth >= 2) node.children = node.children.flatMap(unwrapped).map(merged)
  for (const child of node.children) if (child.type === 'element') lighten(child, depth)
  // Outside of formulas nobody has such classes.
  if (node.type === 'root' || Number.isNaN(depth)) return
  const names = classesOf(node).filter((name) => !spacing.has(name))
  if (names.length > 0) node.properties.className = names
  else delete node.properties.className
}
