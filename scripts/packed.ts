import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
/** All that `npm pack` needs of the repository. */
const parts = [
  'src/autodiff',
  'scripts/package.ts',
  'scripts/package.tsconfig.json',
  'scripts/vite/kernel.ts',
  'tsconfig.json',
  'package.json',
  'LICENSE',
]

/** A project that has nothing but the core's package, installed from its tarball. */
export type Installed = {
  readonly folder: string
  readonly packed: { readonly bytes: number; readonly files: readonly string[] }
  remove(): void
}

/** Packs the core from a copy, so that no other test meets its files half built, and installs it in an empty project. */
export function installPackage(): Installed {
  const place = mkdtempSync(path.join(tmpdir(), 'nudge-package-'))
  const [copy, folder] = [path.join(place, 'copy'), path.join(place, 'project')]
  for (const part of parts) cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{"name":"empty","private":true,"type":"module"}')
  const npm = (cwd: string, ...words: string[]) => execFileSync('npm', words, { cwd, encoding: 'utf8' })
  const told = npm(path.join(copy, 'src/autodiff'), 'pack', '--json', '--silent', '--pack-destination', place)
  const [{ filename, files }] = JSON.parse(told.slice(told.indexOf('['))) as [
    { filename: string; files: { path: string }[] },
  ]
  const tarball = path.join(place, filename)
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--silent', tarball)
  return {
    folder,
    packed: { bytes: statSync(tarball).size, files: files.map((file) => file.path) },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}

/** The example of a README: its code, and what it says will be printed, a line each. */
export function exampleOf(readme: string): { readonly code: string; readonly prints: readonly string[] } {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? []
  const prints = [...code.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, print = '']) => print)
  return { code, prints }
}
