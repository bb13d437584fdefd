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

const fileOf = (widget: string, file: string) => `src/widgets/${widget}/${file}`

/** The widgets of a page, each once. */
const widgetsOf = (html: string) =>
  [...new Set([...html.matchAll(/ data-island="([\w-]+)"/g)].map(([, name]) => name ?? ''))].toSorted()

const stylesheetLink = (href: string) => `<link rel="stylesheet" href="${href}">`

/** Where the browser finds a page's widgets: their styles, as links, and for each the script to import and all that it imports. */
export type Finds = { links: (styled: string[]) => string; scripts: (widget: string) => string[] }
export type Parts = Finds & { early: string; before: string }

const hasStyle = (widget: string) => existsSync(fileOf(widget, 'style.css'))

/** What `src/app/islands.ts` reads, so that the script of every page knows of the widgets of its own page alone. */
const scriptList = (widgets: string[], scripts: Finds['scripts']) =>
  `<script type="application/json" id="widgets">${JSON.stringify(
    Object.fromEntries(widgets.map((name) => [name, scripts(name)])),
  )}</script>`

/** A page of the book: the template with the page's text, and in its head what comes before and after its styles. */
export function assemble(template: string, page: Rendered, { early, before, links, scripts }: Parts): string {
  const widgets = widgetsOf(page.html)
  // Replacements are functions: a page's TeX may hold `$&`.
  return template
    .replace('<!--app-head-->', () => `${before}${page.head}<script>${early}</script>`)
    .replace('</head>', () => `${links(widgets.filter(hasStyle))}${scriptList(widgets, scripts)}</head>`)
    .replace('<!--app-html-->', () => page.html)
}

/** In dev the server answers for the sources as they are. */
export const sources = (base: string): Finds => ({
  links: (styled) => styled.map((name) => stylesheetLink(base + fileOf(name, 'style.css'))).join(''),
  scripts: (widget) => [base + fileOf(widget, 'View.tsx')],
})

/** The chunks that one needs before it can run, however deep, itself first. */
function needs(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const each of chunk.imports ?? []) needs(manifest, each, found)
  return found
}

/** In the folder of a finished build; the styles of a page's widgets become one file, named by its contents. */
export function bundles(out: string, base: string): Finds {
  const manifest = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8')) as Manifest
  return {
    links(styled) {
      if (styled.length === 0) return ''
      const css = styled
        .map((name) => readFileSync(`${out}/${manifest[fileOf(name, 'style.css')]?.file}`, 'utf8'))
        .join('')
      const file = `assets/widgets-${sha256(css).slice(0, 8).replace(/\W/g, '_')}.css`
      writeFileSync(`${out}/${file}`, css)
      return stylesheetLink(base + file)
    },
    scripts: (widget) => [...needs(manifest, fileOf(widget, 'View.tsx'))].map((file) => base + file),
  }
}
