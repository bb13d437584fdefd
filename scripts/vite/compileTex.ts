import katex from 'katex'
import { fromHtml } from 'hast-util-from-html'
import type { Element, RootContent } from 'hast'
import type { Plugin } from 'vite'
import { katexOptions } from '../katex.ts'
import { classFor } from '../styles.ts'
import { markGlyphs } from './glyphs.ts'
import { reserveLarge } from './large.ts'
import { lighten } from './lighten.ts'
import type { TexDrawing, TexNode } from '../../src/figure/formula/typeset.ts'

const literal = /\btex`([^`]*)`/g

/** KaTeX draws what no font has as one path. */
function drawing({ properties, children: [path, ...more] }: Element): TexDrawing {
  const { width, height, viewBox, preserveAspectRatio: fit } = properties
  if (path?.type !== 'element' || path.tagName !== 'path' || more.length > 0)
    throw new Error('KaTeX drew something other than one path, which <Tex> cannot draw')
  return {
    width: String(width),
    height: String(height),
    viewBox: String(viewBox),
    ...(fit !== undefined && { fit: String(fit) }),
    path: String(path.properties.d).replaceAll('\n', ' '),
  }
}

function compact(node: RootContent): TexNode[] {
  if (node.type === 'text') return [node.value]
  if (node.type !== 'element') return []
  if (node.tagName === 'svg') return [drawing(node)]
  if (node.tagName !== 'span') throw new Error(`KaTeX wrote <${node.tagName}>, which <Tex> cannot draw`)
  const { className, style, dataSlot, dataSym } = node.properties
  if (dataSlot !== undefined) return [Number(dataSlot)]
  const names = [...(Array.isArray(className) ? className : []), ...(style ? [classFor(String(style))] : [])]
  return [
    [
      names.join(' '),
      dataSym === undefined ? 0 : String(dataSym),
      ...node.children.flatMap(compact),
    ] as TexNode,
  ]
}

/** TeX → the tree that `<Tex>` draws, with no KaTeX in the browser and no markup to inject. */
export function texTree(source: string): TexNode {
  const html = katex.renderToString(source, { ...katexOptions, output: 'html' })
  const tree = fromHtml(html, { fragment: true })
  markGlyphs(tree)
  reserveLarge(tree)
  lighten(tree)
  const [root] = tree.children.flatMap(compact)
  if (root === undefined) throw new Error(`${source} came out empty`)
  return root
}

/** Replaces each tex`…` in our sources by its tree. Wrong TeX stops the build at its file, line and column. */
export function compileTex(): Plugin {
  return {
    name: 'nudge:tex',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: 'tex`' },
      handler(code, id) {
        if (id.includes('/src/figure/formula/typeset.ts')) return
        return {
          code: code.replace(literal, (_, source: string, offset: number) => {
            try {
              return `(${JSON.stringify(texTree(source))})`
            } catch (error) {
              const line = code.slice(0, offset).split('\n').length
              const column = offset - code.lastIndexOf('\n', offset)
              return this.error(`${id}:${line}:${column} ${(error as Error).message}`)
            }
          }),
          map: null,
        }
      },
    },
  }
}
