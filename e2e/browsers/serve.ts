import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Runs in the page before all else. WebDriver does not tell what a page logs, so the page notes it where a later one of
 * the same tab, and the test, can read it.
 */
const listen = () => {
  const note = (line: string) => {
    const { heard = '[]' } = sessionStorage
    sessionStorage.heard = JSON.stringify([
      ...(JSON.parse(heard) as string[]),
      `${location.pathname} ${line}`,
    ])
  }
  for (const level of ['error', 'warn'] as const) {
    const log = console[level]
    console[level] = (...words: unknown[]) => {
      note(`console.${level}: ${words.map(String).join(' ')}`)
      log(...words)
    }
  }
  addEventListener(
    'error',
    ({ target, message }) =>
      note(
        target instanceof Element
          ? `did not load: ${target.outerHTML.slice(0, 200)}`
          : `exception: ${message}`,
      ),
    true,
  )
  addEventListener('unhandledrejection', ({ reason }) => note(`rejection: ${String(reason)}`))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    note(`against the policy: ${violatedDirective} ${blockedURI} ${sample}`),
  )
}

/** The built book as a host would serve it, but for one script more, which listens to what its pages complain about. */
export async function serve(folder: string) {
  const read = (address: string): [status: number, name: string] => {
    const name = path.join(folder, decodeURIComponent(address))
    const whole = address.endsWith('/') ? path.join(name, 'index.html') : name
    return statSync(whole, { throwIfNoEntry: false })?.isFile()
      ? [200, whole]
      : [404, path.join(folder, '404.html')]
  }
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://book')
    if (pathname === '/heard.js')
      return void response.setHeader('Content-Type', 'text/javascript').end(`(${listen})()`)
    const [status, name] = read(pathname)
    const body = readFileSync(name)
    const html = name.endsWith('.html')
    response.writeHead(status, { 'Content-Type': kinds[path.extname(name)] ?? 'application/octet-stream' })
    response.end(html ? body.toString().replace('<head>', '<head><script src="/heard.js"></script>') : body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
