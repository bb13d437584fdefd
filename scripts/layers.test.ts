import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
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
  'src/widgets/model': ['react', 'prose', 'app'],
  'src/prose': ['topics', 'widgets', 'app'],
}
const allowed: Record<string, string[]> = {
  'src/derive': ['autodiff'],
  'src/plot': ['autodiff', 'derive', 'react', 'd3-scale'],
  'src/figure': ['autodiff', 'derive', 'plot', 'react', 'zustand'],
  'src/topics/some': ['autodiff', 'derive', 'plot', 'figure', 'react'],
  'src/widgets/some': ['autodiff', 'derive', 'plot', 'figure', 'topics', 'widgets', 'react'],
  'src/widgets/model': ['autodiff', 'derive', 'plot', 'figure', 'topics', 'widgets'],
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

const place = (layer: string, from: string) => {
  const name = from.replace(/\W+/g, '_')
  return layer === 'src/widgets/model' ? `src/widgets/${name}/model.ts` : `${layer}/${name}.ts`
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'nudge-layers-'))
  cpSync('.oxlintrc.json', path.join(folder, '.oxlintrc.json'))
  for (const { layer, from } of [...cases(forbidden), ...cases(allowed)])
    files.set(place(layer, from), `import * as all from '${from}'\nexport const kept = all\n`)
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

test('a hook behind a condition is an error', () => {
  expect(rulesIn('src/figure/Hook.tsx').join()).toMatch(/rules-of-hooks/)
})

test('two files that import each other are an error', () => {
  expect(rulesIn('src/plot/one.ts').join()).toMatch(/no-cycle/)
})
