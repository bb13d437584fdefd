import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { globSync } from 'tinyglobby'
import type { Connect, Plugin, RunnableDevEnvironment, ViteBuilder } from 'vite'
import type { Server } from '../../src/app/server.tsx'
import { stylesheet } from '../styles.ts'
import { bookFonts, wholeFonts } from './fonts/index.ts'
import { servedEmbed, writeEmbeds } from './embed/pages.ts'
import { entriesOf } from './road/entries.ts'
import { found, road, searchIndex, withMeta } from './road/index.ts'
import { assemble, bundles, earlyScript, sources, withoutStylesheet, type Parts } from './head.ts'

/** One `vite build`: the pages' modules first (they know every style that KaTeX asked for), then the browser's, then HTML. */
export async function buildApp(builder: ViteBuilder) {
  const { ssr, client } = builder.environments
  if (!ssr || !client) throw new Error('the environments ssr and client are missing from vite.config.ts')
  await builder.build(ssr)
  await builder.build(client)
  const out = path.resolve(builder.config.root, builder.config.build.outDir)
  const template = withoutStylesheet(readFileSync(`${out}/index.html`, 'utf8'))
  const { routes, render, notation } = (await import(
    pathToFileURL(path.resolve('.ssr/server.mjs')).href
  )) as Server
  const early = await earlyScript()
  const pages = routes.map((route) => withMeta({ ...route, ...render(route) }, builder.config.base))
  const htmls = pages.map(({ html }) => html)
  const scripts = globSync(`${out}/assets/*.js`).map((file) => readFileSync(file, 'utf8'))
  const fonts = await bookFonts(htmls, scripts, (name, font) => {
    writeFileSync(`${out}/assets/${name}`, font)
    return `${builder.config.base}assets/${name}`
  })
  const built = bundles(out, builder.config.base, early, fonts)
  const parts: Parts = { early, ...built }
  const entries = found(pages, notation())
  const embeds = await writeEmbeds(out, builder.config.base, template, pages.filter(isOfBook), entries, built)
  for (const page of pages) {
    const file = page.path.endsWith('/') ? `${out}${page.path}index.html` : out + page.path
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, assemble(template, page, parts))
  }
  // Each page holds its own.
  for (const file of globSync(`${out}/assets/*.css`)) rmSync(file)
  embeds.write()
  // What the build tells itself is nothing to publish.
  rmSync(`${out}/.vite`, { recursive: true })
  writeFileSync(`${out}/routes.json`, JSON.stringify(routes))
  writeFileSync(`${out}/notation.json`, notation())
  await road(out, builder.config.base, pages, entries)
  builder.config.logger.info(`prerendered ${routes.length} pages and ${embeds.count} embeds`)
}

/** The gallery's figures stand elsewhere, too, or are there for the tests. */
const isOfBook = ({ kind }: { kind: string }) => kind === 'chapter' || kind === 'front'

/** Where a page's address without its last slash leads, as on any static host; undefined for all other addresses. */
function slashed(url: URL, base: string, routes: Server['routes']): string | undefined {
  const page = `/${url.pathname.slice(base.length)}/`
  return routes.some((route) => route.path === page) ? `${url.pathname}/${url.search}` : undefined
}

function redirect(response: ServerResponse, location: string) {
  response.writeHead(301, { location })
  response.end()
}

/** Prerendering for `npm run dev`, the book's own 404 page for `vite preview`, and KaTeX's sheet without its fonts. */
export function book(): Plugin {
  let base = '/'
  return {
    name: 'nudge:book',
    enforce: 'pre',
    configResolved(config) {
      base = config.base
    },
    resolveId: (id) => (id === 'virtual:katex-styles.css' ? `\0${id}` : undefined),
    load: (id) => (id === '\0virtual:katex-styles.css' ? stylesheet() : undefined),
    transform: {
      filter: { id: /katex(\.min)?\.css/ },
      handler: (code) => ({
        // They are in fonts/faces.ts, with those of the text.
        code: code.replace(/@font-face\s*\{[^}]*\}/g, ''),
        map: null,
      }),
    },
    configureServer(server) {
      return () => {
        server.middlewares.use(async (request, response, next) => {
          try {
            const url = new URL(request.originalUrl ?? '/', 'http://localhost')
            const { runner } = server.environments.ssr as RunnableDevEnvironment
            const { routes, render, notation } = await runner.import<Server>('/src/app/server.tsx')
            const at = `/${url.pathname.slice(base.length)}`
            if (at === '/notation.json') return response.end(notation())
            if (at === '/search.json')
              return response.end(
                searchIndex(
                  routes.map((each) => ({ ...each, ...render(each) })),
                  notation(),
                ),
              )
            const there = slashed(url, base, routes)
            if (there) return redirect(response, there)
            const embed = /^\/embed\/([\w-]+)\/$/.exec(at)?.[1]
            if (embed) {
              const template = await server.transformIndexHtml(
                url.pathname,
                readFileSync('index.html', 'utf8'),
              )
              const pages = routes.filter(isOfBook).map((each) => ({ ...each, ...render(each) }))
              const parts = sources(base, stylesheet(), wholeFonts(base))
              const html = await servedEmbed(embed, base, template, pages, entriesOf, parts)
              if (html) return response.setHeader('content-type', 'text/html').end(html)
            }
            const route = routes.find((r) => r.path === at) ?? routes.find((r) => r.path === '/404.html')
            if (!route) return next()
            const template = await server.transformIndexHtml(url.pathname, readFileSync('index.html', 'utf8'))
            const page = render(route)
            response.statusCode = route.path === '/404.html' ? 404 : 200
            response.setHeader('content-type', 'text/html')
            const parts: Parts = {
              early: await earlyScript(),
              ...sources(base, stylesheet(), wholeFonts(base)),
            }
            response.end(assemble(template, page, parts))
          } catch (error) {
            server.ssrFixStacktrace(error as Error)
            next(error)
          }
        })
      }
    },
    configurePreviewServer(server) {
      const out = path.resolve(server.config.root, server.config.build.outDir)
      const routes = JSON.parse(readFileSync(`${out}/routes.json`, 'utf8')) as Server['routes']
      server.middlewares.use((request, response, next) => {
        const there = slashed(new URL(request.url ?? '/', 'http://localhost'), base, routes)
        if (there) redirect(response, there)
        else next()
      })
      const missing: Connect.NextHandleFunction = (request, response, next) => {
        // By now Vite has rewritten a page's address to the file it stands in.
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        if (pathname.endsWith('.html') && existsSync(path.join(out, pathname))) return next()
        response.statusCode = 404
        response.setHeader('content-type', 'text/html')
        response.end(readFileSync(`${out}/404.html`))
      }
      return () => {
        server.middlewares.use(missing)
      }
    },
    hotUpdate({ file }) {
      // Chapters live in the server's module graph alone, so nothing else tells the browser.
      if (this.environment.name !== 'client' || !file.endsWith('.mdx')) return
      this.environment.hot.send({ type: 'full-reload' })
      return []
    },
  }
}
