import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { exampleOf, installPackage } from './packed.ts'

const installed = installPackage()
afterAll(() => installed.remove())
const inside = path.join(installed.folder, 'node_modules/nudge-autodiff')
const { code, prints } = exampleOf(readFileSync(path.join(inside, 'README.md'), 'utf8'))

test('the tarball has types, README and license, and needs nothing else', () => {
  const { files } = installed.packed
  for (const file of ['README.md', 'LICENSE', 'dist/core.js', 'dist/types/doors/core.d.ts'])
    expect(files).toContain(file)
  expect(files.filter((file) => /\.test\.|\.as\.ts|fixtures/.test(file))).toEqual([])
  const { dependencies, license } = JSON.parse(readFileSync(path.join(inside, 'package.json'), 'utf8')) as {
    dependencies?: object
    license: string
  }
  expect([dependencies, license]).toEqual([undefined, 'MIT'])
})

/** A file with all that it imports. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(/from\s*["'](\.[^"']+)["']/g))
    withImports(path.join(path.dirname(file), to), found)
  return found
}

test('the first door takes 15 kB at most, compressed', () => {
  const files = [...withImports(path.join(inside, 'dist/core.js'))]
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)
  expect(files.length).toBeGreaterThan(1)
  expect(bytes).toBeLessThanOrEqual(15_000)
  expect(bytes).toBeGreaterThan(10_000)
})

test('the example of its README prints, in Node, what it says', () => {
  writeFileSync(path.join(installed.folder, 'example.js'), code)
  const printed = execFileSync(process.execPath, ['example.js'], { cwd: installed.folder, encoding: 'utf8' })
  expect(prints.length).toBeGreaterThan(4)
  expect(printed.trim().split('\n')).toEqual(prints)
})

test('its doors open, and their types hold in a strict project', () => {
  const doors = Object.keys(
    (JSON.parse(readFileSync(path.join(inside, 'package.json'), 'utf8')) as { exports: object }).exports,
  )
  const names = doors.map((door) => `nudge-autodiff${door.slice(1)}`)
  const list = `Promise.all(${JSON.stringify(names)}.map((door) => import(door))).then((all) => console.log(all.map((door) => Object.keys(door).length > 0).join()))`
  const open = execFileSync(process.execPath, ['--eval', list], { cwd: installed.folder, encoding: 'utf8' })
  expect(open.trim()).toBe(names.map(() => 'true').join())
  const program = [
    ...names.map((name, k) => `import * as door${k} from '${name}'`),
    "import { grad, sum, tanh, type Tensor } from 'nudge-autodiff'",
    "import { parse } from 'nudge-autodiff/parse'",
    'const g: Tensor = grad((x: Tensor) => sum(tanh(x)))([1, 2])',
    `export const shown: readonly number[] = [...g.shape, parse('x^2').f({ x: g }).size]`,
    '// @ts-expect-error: a shape is a list',
    'export const wrong: string = g.shape',
    `export const all = [${names.map((_, k) => `door${k}`).join()}]`,
  ]
  writeFileSync(path.join(installed.folder, 'types.ts'), program.join('\n'))
  const flags = '--noEmit --strict --skipLibCheck false --target es2023 --module nodenext --types'
  const tsc = path.resolve('node_modules/.bin/tsc')
  const told = execFileSync(tsc, [...flags.split(' '), '', 'types.ts'], {
    cwd: installed.folder,
    encoding: 'utf8',
  })
  expect(told).toBe('')
})
