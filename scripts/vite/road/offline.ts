import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { minifySync, transformWithOxc } from 'vite'
import { globSync } from 'tinyglobby'
import type { Edition } from '../../../src/app/offline/worker.ts'
import { targets } from '../../../src/app/browsers.ts'

const hash = (algorithm: string, data: string | Uint8Array) =>
  createHash(algorithm).update(data).digest('base64')

/** A page is asked for by its folder. */
const addressOf = (file: string) => file.replace(/(^|\/)index\.html$/, '$1')

/** What no reader needs on a train: pages for those who make or show the book, and files for hosts and machines. */
const leftOut = [
  'gallery/**',
  'embed/**',
  'assets/embed-*',
  'cards/**',
  '**/*.md',
  '_headers',
  'robots.txt',
  'routes.json',
  'sw.js',
  'sitemap.xml',
  'llms.txt',
  'errata.xml',
]

/** The files of a finished build that are kept on the reader's device, each with its hash. */
export function edition(out: string, base: string): Edition {
  const found = globSync('**/*', { cwd: out, ignore: leftOut, dot: false }).toSorted()
  const files = Object.fromEntries(
    found.map((file) => [
      addressOf(file),
      file.startsWith('assets/') ? '' : `sha256-${hash('sha256', readFileSync(`${out}/${file}`))}`,
    ]),
  )
  return { id: hash('sha256', JSON.stringify([base, files])).slice(0, 12), base, files }
}

/** The text of `sw.js`: `src/app/offline/worker.ts`, and its edition. */
export async function workerScript(of: Edition): Promise<string> {
  const file = 'src/app/offline/worker.ts'
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, { target: targets })
  // Not a module: not every browser of the list takes one here.
  const plain = code.replace(/^export /gm, '')
  if (/^import /m.test(plain)) throw new Error(`${file} may import nothing: it goes into sw.js alone`)
  return minifySync(file, `${plain}\nstartWorker(self, ${JSON.stringify(of)})`).code.trim()
}
