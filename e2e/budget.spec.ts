import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { openAwake, routes, type Route } from './helpers/book'
import { expect, test } from './helpers/test'

/**
 * kB, gzipped. Measured values stand in the table that the test prints; the limits are some 20% above the largest. A
 * chapter may never come to more than 110 kB of scripts.
 */
const limits = {
  scripts: { chapter: 80, front: 45, gallery: 55 },
  scriptsAsleep: 9,
  html: { chapter: 50, front: 7, gallery: 15 },
  styles: 14,
}

const kinds = { script: 'scripts', stylesheet: 'styles', document: 'html' } as const
type Sizes = Record<(typeof kinds)[keyof typeof kinds], number>

/** What a page loads, in kB as a server would send it. */
async function weigh(page: Page, visit: () => Promise<unknown>): Promise<Sizes> {
  const sizes: Sizes = { scripts: 0, styles: 0, html: 0 }
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = kinds[response.request().resourceType() as keyof typeof kinds]
    if (!kind || !response.ok()) return
    bodies.push(
      response.body().then((body) => void (sizes[kind] += gzipSync(body, { level: 9 }).length / 1000)),
    )
  })
  await visit()
  await Promise.all(bodies)
  return sizes
}

const row = (name: string, numbers: (number | string)[]) =>
  name.padEnd(28) + numbers.map((n) => (typeof n === 'number' ? n.toFixed(1) : n).padStart(12)).join('')

test('no page outgrows its budget of bytes', async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  const fresh = () => browser.newPage(baseURL ? { baseURL } : {})
  const table = [row('kB, gzipped', ['asleep', 'awake', 'html', 'css'])]

  const check = async ({ path, kind }: Route) => {
    const page = await fresh()
    // Without it, no figure comes near the window, and none wakes.
    await page.addInitScript(() => {
      IntersectionObserver.prototype.observe = () => undefined
    })
    const asleep = await weigh(page, () => page.goto(path, { waitUntil: 'networkidle' }))
    await page.close()
    const other = await fresh()
    const awake = await weigh(other, () => openAwake(other, path))
    await other.close()
    table.push(row(path, [asleep.scripts, awake.scripts, awake.html, awake.styles]))
    expect.soft(asleep.scripts, `${path}: scripts before any figure`).toBeLessThan(limits.scriptsAsleep)
    expect.soft(awake.scripts, `${path}: scripts with all figures`).toBeLessThan(limits.scripts[kind])
    expect.soft(awake.html, `${path}: HTML`).toBeLessThan(limits.html[kind])
    expect.soft(awake.styles, `${path}: CSS`).toBeLessThan(limits.styles)
  }
  for (const route of routes) await check(route)
  console.log(`\n${table.join('\n')}\n`)
})
