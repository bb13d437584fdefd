import path from 'node:path'
import { createProcessor } from '@mdx-js/mdx'
import type { Element, Root } from 'hast'
import rehypeAutolink from 'rehype-autolink-headings'
import rehypeKatex from 'rehype-katex'
import rehypeSlug from 'rehype-slug'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdxFrontmatter from 'remark-mdx-frontmatter'
import remarkSmartypants from 'remark-smartypants'
import { VFile } from 'vfile'
import type { Plugin } from 'vite'
import { katexOptions } from '../katex.ts'
import { rehypeIntent } from './intent.ts'
import { lighten } from './lighten.ts'
import { listed, rehypeListing } from './listing.ts'
import {
  rehypeBreaks,
  rehypeEquations,
  rehypeFailOnMessage,
  rehypeGlue,
  rehypeGlyphs,
  rehypeNoAnnotation,
  rehypeParts,
  rehypeSidenotes,
  rehypeStyleToClass,
  rehypeUntranslated,
} from './rehype.ts'

const processor = createProcessor({
  remarkPlugins: [remarkFrontmatter, remarkMdxFrontmatter, remarkGfm, remarkMath, remarkSmartypants],
  rehypePlugins: [
    // A heading and a figure may have one name; the plain one is the figure's, for its links.
    [rehypeSlug, { prefix: 'on-' }],
    rehypeListing,
    rehypeEquations,
    [rehypeKatex, katexOptions],
    rehypeFailOnMessage,
    rehypeGlyphs,
    rehypeNoAnnotation,
    rehypeIntent,
    rehypeBreaks,
    rehypeGlue,
    () => (tree: Root) => lighten(tree),
    rehypeSidenotes,
    rehypeParts,
    [
      rehypeAutolink,
      {
        // Beside the heading: within it, the link would be part of its name.
        behavior: 'after',
        group: { type: 'element', tagName: 'div', properties: { className: ['headed'] }, children: [] },
        properties: ({ properties: { id } }: Element) => ({
          className: ['anchor'],
          id: `to-${String(id)}`,
          ariaLabel: 'Link to',
          ariaLabelledBy: [`to-${String(id)}`, String(id)],
        }),
        content: [],
      },
    ],
    rehypeStyleToClass,
    rehypeUntranslated,
  ],
})

type Point = { line: number; column: number }
/** What unified throws: a message with the point, or the span, that it is about. */
type Failure = { place?: Point | { start: Point }; reason?: string; message: string }

function pointOf({ place, message }: Failure): Point | undefined {
  if (place) return 'start' in place ? place.start : place
  // A tag that never closes is named with its place in the text alone.
  const [, line, column] = /\((\d+):(\d+)/.exec(message) ?? []
  return line && column ? { line: Number(line), column: Number(column) } : undefined
}

/** Chapters as modules. Unlike `@mdx-js/rollup`, a message (broken TeX, say) stops the build. */
export function mdx(): Plugin {
  return {
    name: 'nudge:mdx',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(value, id) {
        try {
          const file = await processor.process(new VFile({ path: id, value }))
          for (const source of listed(file)) this.addWatchFile(path.resolve(source))
          return { code: String(file), map: null }
        } catch (error) {
          const { message, reason = message } = error as Failure
          const at = pointOf(error as Failure)
          return this.error(at ? `${id}:${at.line}:${at.column} ${reason}` : `${id}: ${message}`)
        }
      },
    },
  }
}
