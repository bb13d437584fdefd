import { readFileSync } from 'node:fs'
import path from 'node:path'
import { exampleOf, installPackage } from '../scripts/packed'
import { expect, test } from './helpers/test'

// What is served is the tarball's content, as a page without a bundler would load it.
test.use({ provoked: [/request to another host: http:\/\/package\.test\//] })

test('the example of the package’s README runs in a browser too', async ({ page }) => {
  test.setTimeout(180_000)
  const installed = installPackage()
  try {
    const inside = path.join(installed.folder, 'node_modules/nudge-autodiff')
    const { code, prints } = exampleOf(readFileSync(path.join(inside, 'README.md'), 'utf8'))
    const printed: boolean[] = []
    const map = { 'nudge-autodiff': '/dist/core.js', 'nudge-autodiff/check': '/dist/check.js' }
    const html = `<!doctype html><script type="importmap">${JSON.stringify({ imports: map })}</script><script type="module">${code}</script>`
    await page.route('http://package.test/**', (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html })
      return route.fulfill({
        contentType: 'text/javascript',
        body: pathname === '/favicon.ico' ? '' : readFileSync(path.join(inside, pathname)),
      })
    })
    page.on('console', (message) => printed.push(message.type() === 'log'))
    await page.goto('http://package.test/')
    await expect.poll(() => printed).toEqual(prints.map(() => true))
    expect(prints.length).toBeGreaterThan(4)
  } finally {
    installed.remove()
  }
})
