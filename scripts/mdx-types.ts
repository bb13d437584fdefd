// `tsc` does not look into MDX. Each chapter's tags, line for line, become a .tsx for it to check.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'
import remarkParse from 'remark-parse'
import { globSync } from 'tinyglobby'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).use(remarkMdx)
const out = '.mdx-types'

type Tag = MdxJsxFlowElement | MdxJsxTextElement

const attribute = (a: Tag['attributes'][number]): string => {
  if (a.type === 'mdxJsxExpressionAttribute') return `{${a.value}}`
  if (a.value === null || a.value === undefined) return a.name
  return `${a.name}={${typeof a.value === 'string' ? JSON.stringify(a.value) : a.value.value.replace(/\n/g, ' ')}}`
}

/** A chapter's tags as TypeScript, each on the line that it has in the chapter. */
function tags(source: string, folder: string): string {
  const lines: string[] = []
  const imports: string[] = []
  const imported = new Set<string>()
  const tree: Root = parser.parse(source)
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') {
      imports.push(
        node.value
          .replace(/\n(?=import|export)/g, ';')
          .replace(/\n/g, ' ')
          .replace(/from '(\.[^']*)'/g, `from '../${folder}$1'`),
      )
      for (const [, name] of node.value.matchAll(/import (\w+)/g)) imported.add(name ?? '')
    }
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    if (!node.name || !node.position) return
    const known = imported.has(node.name) || !/^[A-Z]/.test(node.name)
    const name = known ? node.name : `words.${node.name}`
    const props = node.attributes.map(attribute).join(' ')
    const tag =
      node.children.length > 0 ? `<${name} ${props}>{null as never}</${name}>` : `<${name} ${props} />`
    const at = node.position.start.line - 1
    lines[at] = `${lines[at] ?? ''} void (${tag});`
  })
  const body = Array.from(lines, (line) => line ?? '').join('\n')
  return `${body}\nimport { vocabulary as words } from '../src/prose';${imports.join(';')}\nvoid words;export {};\n`
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out)
for (const file of globSync('content/**/*.mdx')) {
  const folder = file.replace(/[^/]*$/, '')
  const name = file.replace(/^content\/|(\/index)?\.mdx$/g, '').replaceAll('/', '-')
  writeFileSync(`${out}/${name}.tsx`, tags(readFileSync(file, 'utf8'), folder))
}
