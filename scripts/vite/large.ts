import type { Element, Root } from 'hast'
import metrics from 'katex/src/fontMetricsData.js'
import { visit } from 'unist-util-visit'

/** KaTeX's class for a large glyph, and the font that it is drawn in. */
const fonts: Record<string, string> = {
  size1: 'Size1-Regular',
  size2: 'Size2-Regular',
  size3: 'Size3-Regular',
  size4: 'Size4-Regular',
  'small-op': 'Size1-Regular',
  'large-op': 'Size2-Regular',
}

/** The width of a large parenthesis or sum in its own font; undefined for all else. */
function widthOf({ properties: { className }, children: [glyph] }: Element): number | undefined {
  const names = Array.isArray(className) ? className.map(String) : []
  if (!names.some((name) => name === 'delimsizing' || name === 'op-symbol') || glyph?.type !== 'text') return
  const font = fonts[names.find((name) => name in fonts) ?? '']
  return metrics[font ?? '']?.[glyph.value.codePointAt(0) ?? 0]?.[4]
}

/** No other font has glyphs of that size, so these wait for theirs; what stands beside them does not move meanwhile. */
export const reserveLarge = (tree: Root | Element) =>
  visit(tree, 'element', (node) => {
    const width = widthOf(node)
    if (width === undefined) return
    const { style = '' } = node.properties
    node.properties.style = `display:inline-block;width:${width}em;${style as string}`
  })
