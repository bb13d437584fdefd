import { existsSync, readFileSync } from 'node:fs'
import { htmlOf, openAwake, routes } from './helpers/book'
import { expect, test } from './helpers/test'

/** The rules of a page's policy, by their names. */
const rulesOf = (html: string) =>
  new Map(
    (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '')
      .split('; ')
      .map((rule) => {
        const [name = '', ...values] = rule.split(' ')
        return [name, values.join(' ')] as const
      }),
  )

test('every page forbids what it does not name, and the docs name each rule with its reason', () => {
  const docs = readFileSync('docs/security.md', 'utf8')
  for (const route of routes) {
    const rules = rulesOf(htmlOf(route))
    expect(rules.get('default-src'), route.path).toBe("'none'")
    // The page for paper reads the book's other pages.
    const makers = `nudge-empty nudge-worker${route.path === '/print/' ? ' nudge-page' : ''}`
    expect(rules.get('trusted-types'), route.path).toBe(makers)
    for (const name of rules.keys()) expect(docs, `${name} is in docs/security.md`).toContain(`\`${name}`)
  }
})

test('only embeds may be framed by others, and nothing of the build is published', () => {
  const headers = readFileSync('dist/_headers', 'utf8')
  expect(headers).toMatch(/\/\*\n(?: {2}.*\n)* {2}Content-Security-Policy: frame-ancestors 'self'\n/)
  expect(headers).toMatch(/\/embed\/\*\n(?: {2}.*\n)* {2}Content-Security-Policy: frame-ancestors \*\n/)
  expect(existsSync('dist/.vite')).toBe(false)
})

test.describe('under the policy', () => {
  test.use({ provoked: [/Trusted ?(Type|HTML)|Content Security Policy/i] })
  test('no third maker of markup or scripts can be made, and no text becomes markup', async ({ page }) => {
    await openAwake(page, '/slope/')
    const refused = await page.evaluate(() => {
      const tries = [
        () => window.trustedTypes?.createPolicy('another', { createHTML: (text) => text }),
        () => window.trustedTypes?.createPolicy('nudge-empty', { createHTML: (text) => text }),
        () => (document.body.innerHTML = '<p>'),
      ]
      return tries.map((act) => {
        try {
          act()
          return 'done'
        } catch {
          return 'refused'
        }
      })
    })
    expect(refused).toEqual(['refused', 'refused', 'refused'])
  })
})
