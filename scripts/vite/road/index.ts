import { readFileSync, writeFileSync } from 'node:fs'
import { icons, webManifest } from './icons.ts'
import { edition, workerScript } from './offline.ts'

/** What a finished build of the book gets for the road: icons, and at last the worker that keeps all of it. */
export async function road(out: string, base: string) {
  const write = (name: string, data: string | Uint8Array) => writeFileSync(`${out}/${name}`, data)
  for (const [name, data] of Object.entries(icons(readFileSync(`${out}/icon.svg`, 'utf8')))) write(name, data)
  write('manifest.webmanifest', webManifest(base, '#14161b'))
  write('sw.js', await workerScript(edition(out, base)))
}
