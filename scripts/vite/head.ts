import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { minifySync, transformWithOxc, type Manifest } from 'vite'
import type { Rendered } from '../../src/app/server.tsx'
import type { Fonts } from './fonts/index.ts'
import { classesIn, withoutUnused } from './unused.ts'

/** `src/app/early.ts` as it stands in each page, or another such script. */
export async function earlyScript(file = 'src/app/early.ts'): Promise<string> {
  // In words that older browsers understand, too: it is what tells them that they are.
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, { target: 'es2015' })
  return minifySync(file, code, { compress: { target: 'es2015' } }).code.trim()
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

/** Whoever makes markup or a script's address out of text is one of these: src/app/slot.tsx, src/figure/task/createWorker.ts. */
const trustedTypes = ['nudge-empty', 'nudge-worker']

/** A page of the book that the pointer rests on is asked for before it is clicked, by browsers that know how. */
const ahead = JSON.stringify({ prefetch: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }] })

const hashes = (texts: readonly string[]) => texts.map((each) => ` 'sha256-${sha256(each)}'`).join('')

/** What a page may load and do; as a `<meta>` element, so that it holds on any host. */
export function policy(scripts: readonly string[], styles: readonly string[], makers = trustedTypes): string {
  const rules = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${hashes(scripts)}`,
    `style-src 'self'${hashes(styles)}`,
    "font-src 'self' data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${makers.join(' ')}`,
  ]
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`
}

const fileOf = (widget: string, file: string) => `src/widgets/${widget}/${file}`

/** The widgets of a page, each once. */
export const widgetsOf = (html: string) =>
  [...new Set([...html.matchAll(/ data-island="([\w-]+)"/g)].map(([, name]) => name ?? ''))].toSorted()

export const hasStyle = (widget: string) => existsSync(fileOf(widget, 'style.css'))

export type Parts = {
  early: string
  fonts: Fonts
  /** What a page's head begins with, given the page and the widgets on it that have styles. */
  begin: (html: string, styled: string[]) => string
  /** The script of a widget, and all that it imports. */
  scripts: (widget: string) => string[]
}
/** Of a finished build, what it takes to make pages that share a sheet (embed/pages.ts). */
export type Built = Omit<Parts, 'early'> & {
  /** The sheet of all pages, without the rules for formulas that none of these has. */
  common: (htmls: readonly string[]) => string
  /** A script by its source, itself and what it imports; a name that is not there stops the build. */
  files: (source: string) => string[]
  styleOf: (widget: string) => string
}

/** What `src/app/waking.ts` reads, so that the script of every page knows of the widgets of its own page alone. */
export const scriptList = (widgets: string[], scripts: Parts['scripts']) =>
  `<script type="application/json" id="widgets">${JSON.stringify(
    Object.fromEntries(widgets.map((name) => [name, scripts(name)])),
  )}</script>`

/** A page of the book: the template with the page's text, and in its head its styles and scripts. */
export function assemble(template: string, page: Rendered, { early, fonts, begin, scripts }: Parts): string {
  const widgets = widgetsOf(page.html)
  const head = `${begin(page.html, widgets.filter(hasStyle))}${page.head}${fonts.tags(page.html)}<script>${early}</script>`
  // Replacements are functions: a page's TeX may hold `$&`.
  return template
    .replace(
      '<!--app-head-->',
      () => `${head}<script type="speculationrules">${ahead}</script>${scriptList(widgets, scripts)}`,
    )
    .replace('<!--app-html-->', () => page.html)
}

/** In dev the server answers for the sources as they are, and adds styles of its own, under no policy. */
export const sources = (base: string, katex: string, fonts: Fonts): Omit<Parts, 'early'> => ({
  fonts,
  begin: (html, styled) =>
    `<style>${fonts.css(html)}</style><style>${katex}</style>${styled
      .map((name) => `<link rel="stylesheet" href="${base}${fileOf(name, 'style.css')}">`)
      .join('')}`,
  scripts: (widget) => [base + fileOf(widget, 'View.tsx')],
})

type Chunk = Manifest[string]

/** The chunks that one needs before it can run, however deep, itself first. */
const needed = ({ imports = [] }: Chunk) => imports
/** And those that it may ask for later. */
const mayNeed = ({ imports = [], dynamicImports = [] }: Chunk) => [...imports, ...dynamicImports]

function chunksOf(manifest: Manifest, key: string, next = needed, found = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const each of next(chunk)) chunksOf(manifest, each, next, found)
  return found
}

/**
 * In the folder of a finished build. The styles stand in the page itself, and the policy names their hash: a file of
 * their own would come one journey to the server later than the text, and no text is painted before its styles.
 */
export function bundles(out: string, base: string, early: string, fonts: Fonts): Built {
  const manifest = JSON.parse(readFileSync(`${out}/.vite/manifest.json`, 'utf8')) as Manifest
  const text = (file = '') => readFileSync(`${out}/${file}`, 'utf8').trim()
  const common = (manifest['index.html']?.css ?? []).map(text).join('')
  const hydrate = chunksOf(manifest, 'src/app/hydrate.tsx')
  const named = new Map<string, ReadonlySet<string>>()
  const classesOf = (file: string) => {
    const names = named.get(file) ?? classesIn([], [text(file)])
    named.set(file, names)
    return names
  }
  /** All classes that a page has, or may come to have from the scripts that it can load. */
  const classes = (html: string) =>
    new Set([
      ...classesIn([html], []),
      ...['index.html', ...widgetsOf(html).map((name) => fileOf(name, 'View.tsx'))]
        .flatMap((key) => [...chunksOf(manifest, key, mayNeed)])
        .flatMap((file) => [...classesOf(file)]),
    ])
  // Vite would name them, but then it also puts its own loader of modules into every page's script.
  const preloads = [...chunksOf(manifest, 'index.html')]
    .slice(1)
    .map((file) => `<link rel="modulepreload" href="${base}${file}">`)
    .join('')
  const styleOf = (widget: string) => text(manifest[fileOf(widget, 'style.css')]?.file)
  return {
    fonts,
    styleOf,
    common: (htmls) => withoutUnused(common, classes(htmls.join(''))),
    files(source) {
      if (!manifest[source]) throw new Error(`the build has no ${source}`)
      return [...chunksOf(manifest, source)]
    },
    begin(html, styled) {
      // Chromium reads a sheet that has rules for paper anew when it prints; fonts in it would come too late for that.
      const styles = [fonts.css(html), withoutUnused(common, classes(html)) + styled.map(styleOf).join('')]
      // One page reads others: src/app/print.
      const makers = html.includes(' id="printed"') ? [...trustedTypes, 'nudge-page'] : trustedTypes
      return (
        policy([early, ahead], styles, makers) +
        styles.map((each) => `<style>${each}</style>`).join('') +
        preloads
      )
    },
    scripts: (widget) =>
      [...new Set([...chunksOf(manifest, fileOf(widget, 'View.tsx')), ...hydrate])].map(
        (file) => base + file,
      ),
  }
}

/** The built template without the link to the stylesheet that each page holds. */
export const withoutStylesheet = (template: string) => template.replace(/\s*<link rel="stylesheet"[^>]*>/, '')
