import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { minifySync, transformWithOxc, type Manifest } from 'vite'
import type { Rendered } from '../../src/app/server.tsx'

/** `src/app/early.ts` as it stands in each page. */
export async function earlyScript(): Promise<string> {
  const file = 'src/app/early.ts'
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file)
  return minifySync(file, code).code.trim()
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

/** What a page may load and do; as a `<meta>` element, so that it holds on any host. */
export function policy(early: string): string {
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${sha256(early)}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ]
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`
}

export const styleOf = (widget: string) => `src/widgets/${widget}/style.css`

/** The widgets of a page that have styles of their own. */
const styled = (html: string) =>
  [...new Set([...html.matchAll(/ data-island="([\w-]+)"/g)].map(([, name]) => name ?? ''))]
    .filter((name) => existsSync(styleOf(name)))
    .toSorted()

export type Parts = { early: string; before: string; links: (widgets: string[]) => string }

/** A page of the book: the template with the page's text, and in its head what comes before and after its styles. */
export const assemble = (template: string, page: Rendered, { early, before, links }: Parts) =>
  // Replacements are functions: a page's TeX may hold `$&`.
  template
    .replace('<!--app-head-->', () => `${before}${page.head}<script>${early}</script>`)
    .replace('</head>', () => `${links(styled(page.html))}</head>`)
    .replace('<!--app-html-->', () => page.html)

export const stylesheetLink = (href: string) => `<link rel="stylesheet" href="${href}">`

/** The styles of a page's widgets as one file, named by its contents, in the folder of a finished build. */
export function bundleStyles(out: string, base: string): Parts['links'] {
  const manifest = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8')) as Manifest
  return (widgets) => {
    if (widgets.length === 0) return ''
    const css = widgets
      .map((name) => readFileSync(`${out}/${manifest[styleOf(name)]?.file}`, 'utf8'))
      .join('')
    const file = `assets/widgets-${sha256(css).slice(0, 8).replace(/\W/g, '_')}.css`
    writeFileSync(`${out}/${file}`, css)
    return stylesheetLink(base + file)
  }
}
