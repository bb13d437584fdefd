import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** The folder of a build as a host would send it: gzipped, and what has a hash in its name for good. */
export async function serve(folder: string): Promise<{ address: string; close: () => void }> {
  const sent = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const type = types[extname(file)]
    if (!type || !existsSync(file)) return void response.writeHead(404).end()
    const plain = type === 'font/woff2'
    const body = sent.get(file) ?? (plain ? readFileSync(file) : gzipSync(readFileSync(file), { level: 9 }))
    sent.set(file, body)
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      ...(plain ? {} : { 'content-encoding': 'gzip' }),
      ...(path.startsWith('/assets/') ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
    })
    return void response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() }
}
