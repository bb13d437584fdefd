import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { globSync } from 'tinyglobby'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** What each layer may not reach: the layers below it. */
const forbidden: Record<string, string[]> = {
  'src/autodiff': [
    'derive',
    'plot',
    'figure',
    'topics',
    'widgets',
    'prose',
    'app',
    'react',
    'react-dom',
    'd3-scale',
    'zustand',
  ],
  'src/autodiff/ops': ['derive', 'plot', 'figure', 'react'],
  'src/derive': ['plot', 'figure', 'topics', 'widgets', 'prose', 'app', 'react', 'd3-scale', 'zustand'],
  'src/plot': ['figure', 'topics', 'widgets', 'prose', 'app'],
  'src/figure': ['topics', 'widgets', 'prose', 'app'],
  'src/topics/some': ['widgets', 'prose', 'app'],
  'src/widgets/some': ['prose', 'app'],
  'src/topics/model': ['widgets', 'prose', 'app', 'react'],
  'src/widgets/model': ['prose', 'app', 'react'],
  'src/widgets/useHook': ['prose', 'app'],
  'src/prose': ['topics', 'widgets', 'app'],
}
const allowed: Record<string, string[]> = {
  'src/derive': ['autodiff'],
  'src/plot': ['autodiff', 'derive', 'react', 'd3-scale'],
  'src/figure': ['autodiff', 'derive', 'plot', 'react', 'zustand'],
  'src/topics/some': ['autodiff', 'derive', 'plot', 'figure', 'react'],
  'src/widgets/some': ['autodiff', 'derive', 'plot', 'figure', 'topics', 'widgets', 'react'],
  'src/topics/model': ['autodiff', 'derive'],
  'src/widgets/model': ['autodiff', 'derive', 'topics', 'widgets'],
  'src/widgets/useHook': ['autodiff', 'derive', 'plot', 'figure', 'topics', 'widgets', 'react'],
  'src/prose': ['autodiff', 'derive', 'plot', 'figure'],
  'src/app': ['autodiff', 'derive', 'plot', 'figure', 'topics', 'widgets', 'prose'],
}
const ours = ['autodiff', 'derive', 'plot', 'figure', 'topics', 'widgets', 'prose', 'app']

/** The ways in which one file can name another layer. */
const spellings = (layer: string, target: string) => {
  if (!ours.includes(target)) return [target, `${target}/sub`]
  const up = '../'.repeat(layer.split('/').length - 1)
  return [`@/${target}`, `@/${target}/thing`, `${up}${target}/thing`, `${up}${target}/thing.ts`]
}

const cases = (table: Record<string, string[]>) =>
  Object.entries(table).flatMap(([layer, targets]) =>
    targets.flatMap((target) => spellings(layer, target).map((from) => ({ layer, from }))),
  )

let folder = ''
let found: { filename: string; code: string; message: string }[] = []
const files = new Map<string, string>()

/** Where such a file stands; in topics and widgets, what draws is .tsx, and .ts is a model or a hook. */
const place = (layer: string, from: string) => {
  const name = from.replace(/\W+/g, '_')
  const [, home, file] = /^(src\/(?:topics|widgets))\/(model|useHook|some)$/.exec(layer) ?? []
  if (home === undefined) return `${layer}/${name}.ts`
  return `${home}/${name}/${file === 'some' ? 'Some.tsx' : `${file}.ts`}`
}

/** What leads a model to React, and what it takes instead. */
const drawn = ['zustand', '@/figure', '@/figure/grid', '../../figure', '../../figure/index.ts', '@/plot', '@/plot/Plane', './View', './View.tsx', '@/topics/jacobian/Sum'] // prettier-ignore
const pure = ['@/figure/pure', '../../figure/pure', '@/plot/pure', '@/plot/format', './words', '@/topics/jacobian/state'] // prettier-ignore
const models = ['src/topics/model', 'src/widgets/model']
const pairs = (from: readonly string[]) =>
  models.flatMap((layer) => from.map((one) => ({ layer, from: one })))
const ofTypes = 'src/widgets/types/model.ts'
const behindADoor = 'src/widgets/door/View.tsx'

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'nudge-layers-'))
  cpSync('.oxlintrc.json', path.join(folder, '.oxlintrc.json'))
  for (const { layer, from } of [...cases(forbidden), ...cases(allowed), ...pairs(drawn), ...pairs(pure)])
    files.set(place(layer, from), `import * as all from '${from}'\nexport const kept = all\n`)
  files.set(ofTypes, "import type { FigureSpec } from '@/figure'\nexport type Kept = FigureSpec<object>\n")
  files.set(behindADoor, "import { Cell } from '@/figure/grid/Cell'\nexport const kept = Cell\n")
  files.set(
    'src/figure/Hook.tsx',
    `import { useState } from 'react'
export function Hook({ on }: { on: boolean }) {
  if (on) useState(0)
  return null
}
`,
  )
  files.set('src/plot/one.ts', "import { two } from './two'\nexport const one = () => two()\n")
  files.set('src/plot/two.ts', "import { one } from './one'\nexport const two = () => one()\n")
  for (const [name, text] of files) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const oxlint = path.resolve('node_modules/.bin/oxlint')
  const out = await promisify(execFile)(oxlint, ['--format=json'], { cwd: folder, maxBuffer: 1e8 }).catch(
    (error: { stdout: string }) => error,
  )
  found = (JSON.parse(out.stdout) as { diagnostics: typeof found }).diagnostics
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rulesIn = (name: string) => found.filter(({ filename }) => filename === name).map(({ code }) => code)

test.each(cases(forbidden))('$layer may not import $from', ({ layer, from }) => {
  expect(rulesIn(place(layer, from))).toContain('eslint(no-restricted-imports)')
})

test.each(cases(allowed))('$layer may import $from', ({ layer, from }) => {
  expect(files.has(place(layer, from))).toBe(true)
  expect(rulesIn(place(layer, from))).not.toContain('eslint(no-restricted-imports)')
})

test.each(pairs(drawn))('$layer may not import $from: it leads to React', ({ layer, from }) => {
  expect(rulesIn(place(layer, from))).toContain('eslint(no-restricted-imports)')
})

test.each(pairs(pure))('$layer may import $from: it leads to no React', ({ layer, from }) => {
  expect(rulesIn(place(layer, from))).not.toContain('eslint(no-restricted-imports)')
})

test('a model may name the types of what draws, and a view comes through the door of a room', () => {
  expect(rulesIn(ofTypes)).not.toContain('eslint(no-restricted-imports)')
  expect(rulesIn(behindADoor)).toContain('eslint(no-restricted-imports)')
})

/** The file that an import names, or the package; undefined for types alone, which the build takes out. */
const resolved = (file: string, from: string): string => {
  const base = from.startsWith('@/') ? `src/${from.slice(2)}` : path.join(path.dirname(file), from)
  if (!/^[@.]\.?\//.test(from)) return from
  const ends = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  return (
    ends.map((end) => base + end).find((each) => statSync(each, { throwIfNoEntry: false })?.isFile()) ?? from
  )
}
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^'"`;=]*? from '([^']+)'/gm)].map(
    ([, from = '']) => resolved(file, from),
  )

/** The way from a file to React, by what it imports and what that imports. */
function wayToReact(file: string, seen = new Set<string>()): string[] | undefined {
  if (/^(react|preact|zustand)/.test(file)) return [file]
  if (seen.has(file) || !/\.tsx?$/.test(file)) return undefined
  seen.add(file)
  for (const next of importsOf(file)) {
    const way = wayToReact(next, seen)
    if (way) return [file, ...way]
  }
}

test('no model leads to React, by whatever way', () => {
  const pureFiles = globSync(['src/{autodiff,derive,topics,widgets}/**/*.ts', 'src/{figure,plot}/pure.ts'], {
    ignore: ['**/use*.ts', '**/*.as.ts'],
  })
  expect(pureFiles.length).toBeGreaterThan(100)
  expect(wayToReact('src/figure/index.ts')).toBeDefined()
  expect(pureFiles.flatMap((file) => wayToReact(file)?.join(' → ') ?? [])).toEqual([])
})

test('a hook behind a condition is an error', () => {
  expect(rulesIn('src/figure/Hook.tsx').join()).toMatch(/rules-of-hooks/)
})

test('two files that import each other are an error', () => {
  expect(rulesIn('src/plot/one.ts').join()).toMatch(/no-cycle/)
})
