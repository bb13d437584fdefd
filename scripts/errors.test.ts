import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import type { Plugin } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { toPage } from '../src/app/pages.ts'
import { mdx } from './vite/mdx.ts'
import { compileTex } from './vite/compileTex.ts'

/** Runs a plugin's transform as Vite does; what it stops the build with is what this throws. */
async function transform(plugin: Plugin, id: string, code: string): Promise<string> {
  const { transform: hook } = plugin
  if (typeof hook !== 'object') throw new Error(`${plugin.name} has no transform`)
  const context = {
    error(message: string) {
      throw new Error(message)
    },
  }
  const done = (await hook.handler.call(context as never, code, id)) as { code: string } | undefined
  return done?.code ?? code
}

const chapter = (...lines: string[]) => lines.join('\n')

test('a chapter that is right builds', async () => {
  const code = await transform(
    mdx(),
    '/book/index.mdx',
    chapter('# One', '', 'With $\\x$ and', '', '$$', '\\y = \\x\\w \\tag{1}', '$$'),
  )
  expect(code).toContain('eq-1')
})

test.each([
  [
    'an unknown command',
    chapter('# One', '', 'All is well: $x$.', '', 'And $\\frac{1}{2} \\oops$.'),
    ':5:5 ',
    '\\oops',
  ],
  ['a brace that never closes', chapter('Here: $\\frac{1$ it is.'), ':1:7 ', "expected '}'"],
  [
    'a broken formula on a line of its own',
    chapter('Text.', '', '$$', '\\left( x', '$$'),
    ':3:1 ',
    '\\right',
  ],
  ['a command that reaches outside', chapter('$\\href{https://example.org}{x}$'), ':1:1 ', '\\href'],
  ['a letter that TeX does not know in mathematics', chapter('$x é y$'), ':1:1 ', 'é'],
])('%s stops the build at file, line and column', async (_, source, at, what) => {
  const built = transform(mdx(), '/book/index.mdx', source)
  await expect(built).rejects.toThrow(`/book/index.mdx${at}`)
  await expect(built).rejects.toThrow(what)
})

test('a tag that never closes stops the build at file, line and column', async () => {
  await expect(
    transform(mdx(), '/book/index.mdx', chapter('One.', '', '<Hint>', '', 'Two.')),
  ).rejects.toThrow(/\/book\/index\.mdx:\d+:\d+ .*Hint/)
})

test('TeX in a widget becomes its tree, and wrong TeX stops the build at file, line and column', async () => {
  const right = await transform(compileTex(), '/book/src/widgets/one/View.tsx', 'const a = tex`\\x^2`')
  expect(right).toMatch(/^const a = \(\["/)
  const wrong = transform(
    compileTex(),
    '/book/src/widgets/one/View.tsx',
    'const a = 1\nconst b =  tex`\\oops`\n',
  )
  await expect(wrong).rejects.toThrow('/book/src/widgets/one/View.tsx:2:12 ')
  await expect(wrong).rejects.toThrow('\\oops')
})

const Content = () => null

test.each([
  ['a missing summary', { title: 'One' }, 'summary'],
  ['an empty title', { title: '', summary: 'Two.' }, 'title'],
  ['a title that is no text', { title: 7, summary: 'Two.' }, 'title'],
  ['a field that is misspelt', { title: 'One', summary: 'Two.', shape: 'x' }, 'shape'],
  ['a layout that does not exist', { title: 'One', summary: 'Two.', layout: 'wide' }, 'layout'],
])('%s is an error that names file and field', (_, frontmatter, field) => {
  expect(() => toPage('/content/07-one/index.mdx', { default: Content, frontmatter })).toThrow(
    new RegExp(`/content/07-one/index\\.mdx:1 frontmatter, ${field}: `),
  )
})

test('a folder gives a page its number and path', () => {
  const frontmatter = { title: 'One', summary: 'Two.' }
  expect(toPage('/content/07-one-two/index.mdx', { default: Content, frontmatter })).toMatchObject({
    path: '/one-two/',
    number: 7,
  })
  expect(toPage('/content/home/index.mdx', { default: Content, frontmatter })).toMatchObject({ path: '/' })
})

mkdirSync('test-results', { recursive: true })
const folder = mkdtempSync(path.join('test-results', 'props-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What `npm run test:types` says of a book with this one chapter. */
function typesOf(source: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'content/07-one'), { recursive: true })
  writeFileSync(path.join(folder, 'content/07-one/index.mdx'), source)
  symlinkSync(path.resolve('src'), path.join(folder, 'src'))
  const config = { extends: '../../tsconfig.json', include: ['.mdx-types/*.tsx', 'src/app/env.d.ts'] }
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config))
  execFileSync(path.resolve('node_modules/.bin/tsx'), [path.resolve('scripts/mdx-types.ts')], { cwd: folder })
  try {
    return execFileSync(path.resolve('node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder, encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

const widget = "import NudgeCell from '@/widgets/nudge-cell/View'"

test('a wrong prop in a chapter is an error of the types, at its line', { timeout: 60_000 }, () => {
  const right = typesOf(
    chapter(widget, '', '<NudgeCell id="one" start={{ by: \'w\' }}>', '', 'Caption.', '', '</NudgeCell>'),
  )
  expect(right).toBe('')
  const wrong = typesOf(
    chapter(
      widget,
      '',
      'Text.',
      '',
      '<NudgeCell id="one" start={{ by: \'z\' }} />',
      '',
      '<Exercise name="?" />',
      '',
      '<Nobody />',
    ),
  )
  expect(wrong).toMatch(/07-one\.tsx\(5,\d+\).*"z"/)
  expect(wrong).toMatch(/07-one\.tsx\(7,\d+\).*name/)
  expect(wrong).toMatch(/07-one\.tsx\(9,\d+\).*Nobody/)
})

test('the types of every chapter and slip are looked at', () => {
  const types = (words: string[]) =>
    execFileSync(path.resolve('node_modules/.bin/tsc'), words, { encoding: 'utf8' }).split('\n')
  execFileSync(path.resolve('node_modules/.bin/tsx'), ['scripts/mdx-types.ts'])
  const seen = types(['-p', '.', '--listFilesOnly']).filter((file) => file.includes('/.mdx-types/'))
  expect(seen).toHaveLength(globSync('content/**/*.mdx').length)
})
