import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { globSync } from 'tinyglobby'
import { preprocessCSS, resolveConfig } from 'vite'
import { describe, expect, it } from 'vitest'
import { within } from './scoped.ts'

it('a rule says of its last element that it stands in the widget, and weighs what it did', () => {
  expect(within('html.js .a > .b', 'fold')).toBe('html.js .a > .b:where([data-island="fold"] *)')
  expect(within('.a::after', 'fold')).toBe('.a:where([data-island="fold"] *)::after')
  expect(within('.a::slotted(.b)', 'fold')).toBe('.a:where([data-island="fold"] *)::slotted(.b)')
})

const sheets = globSync('src/widgets/*/style.css')
const config = await resolveConfig({}, 'build')

describe('the build scopes', () => {
  it.each(sheets)('%s', async (sheet) => {
    const { code } = await preprocessCSS(readFileSync(sheet, 'utf8'), resolve(sheet), config)
    const rules = [...code.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{/g)]
      .map(([, prelude = '']) => prelude.trim())
      .filter((prelude) => !/^(?:@|from|to|\d)/.test(prelude))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter((rule) => !rule.includes(':where([data-island="'))).toEqual([])
  })
})

const words = new Set(
  globSync(['src/**/*.{ts,tsx}', 'content/**/*.{mdx,tsx}', 'scripts/**/*.ts'], {
    ignore: '**/*.test.*',
  }).flatMap((file) => readFileSync(file, 'utf8').split(/[^\w-]+/)),
)
/** Names that are put together from parts, and those that KaTeX gives. */
const elsewhere = /^(?:(?:f|play|depth|katex)-.*|vlist|arraycolsep)$/

it.each(globSync('src/**/*.css'))('%s has no rule for a class that nobody names', (sheet) => {
  const css = readFileSync(sheet, 'utf8').replaceAll(/\/\*[^]*?\*\/|\{[^{}]*\}/g, '{}')
  const names = [...css.matchAll(/\.([A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)
  expect(names.filter((name) => !elsewhere.test(name) && !words.has(name))).toEqual([])
})
