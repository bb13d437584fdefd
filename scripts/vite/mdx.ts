import { createProcessor } from '@mdx-js/mdx'
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
import {
  rehypeEquations,
  rehypeFailOnMessage,
  rehypeNoAnnotation,
  rehypeParts,
  rehypeSidenotes,
  rehypeStyleToClass,
} from './rehype.ts'

const processor = createProcessor({
  remarkPlugins: [remarkFrontmatter, remarkMdxFrontmatter, remarkGfm, remarkMath, remarkSmartypants],
  rehypePlugins: [
    // A heading and a figure may have one name; the plain one is the figure's, for its links.
    [rehypeSlug, { prefix: 'on-' }],
    rehypeEquations,
    [rehypeKatex, katexOptions],
    rehypeFailOnMessage,
    rehypeNoAnnotation,
    rehypeSidenotes,
    rehypeParts,
    [
      rehypeAutolink,
      { behavior: 'append', properties: { className: 'anchor', ariaLabel: 'Link to this section' } },
    ],
    rehypeStyleToClass,
  ],
})

/** Chapters as modules. Unlike `@mdx-js/rollup`, a message (broken TeX, say) stops the build. */
export function mdx(): Plugin {
  return {
    name: 'nudge:mdx',
    enforce: 'pre',
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(value, id) {
        try {
          return { code: String(await processor.process(new VFile({ path: id, value }))), map: null }
        } catch (error) {
          const { line, column, reason } = error as { line?: number; column?: number; reason?: string }
          return this.error(line ? `${id}:${line}:${column} ${reason}` : `${id}: ${(error as Error).message}`)
        }
      },
    },
  }
}
