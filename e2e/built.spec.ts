import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'acorn'
import { globSync } from 'tinyglobby'
import { browserList, browsers, syntax } from '../src/app/browsers'
import { scripting, styling } from './helpers/features'

const files = (pattern: string) =>
  globSync(pattern).map((name) => ({ name, text: readFileSync(name, 'utf8') }))
const pages = files('dist/**/*.html')
/** What stands in pages between such tags, without those that only hold data. */
const inPages = (tag: string) =>
  pages.flatMap(({ name, text }) =>
    [...text.matchAll(new RegExp(`<${tag}(?![^>]*(?:json|rules))[^>]*>([^]*?)</${tag}>`, 'g'))].map(
      ([, found = '']) => ({
        name,
        text: found,
      }),
    ),
  )
const scripts = [...files('dist/assets/*.js'), ...inPages('script')]
const styles = [...files('dist/assets/*.css'), ...inPages('style')]

test('README names the browsers of the list', () => {
  const words = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')
  expect(words.includes(browserList), browserList).toBe(true)
})

test(`every script that is built reads as ES${syntax}`, () => {
  expect(scripts.length).toBeGreaterThan(50)
  const read = new Map<string, string>()
  for (const { name, text } of scripts)
    try {
      // The same script stands in every page.
      if (!read.has(text)) parse(text, { ecmaVersion: syntax, sourceType: 'module' })
      read.set(text, name)
    } catch (error) {
      expect.soft(`${name}: ${(error as Error).message}`).toBe('')
    }
})

for (const [what, features, built] of [
  ['styles', styling, styles],
  ['scripts', scripting, scripts],
] as const)
  test(`the built ${what} ask for nothing that a browser of the list lacks, unless it is said what happens then`, () => {
    for (const { name, written, since, without } of features) {
      const lacking = browsers.filter((browser) => browser.from < (since[browser.name] ?? Infinity))
      if (lacking.length === 0 || without !== undefined) continue
      const found = built.filter(({ text }) => written.test(text)).map((file) => file.name)
      const by = lacking.map((browser) => `${browser.name} ${browser.from}`).join(', ')
      expect.soft([...new Set(found)], `${name} is missing in ${by}`).toEqual([])
    }
  })
