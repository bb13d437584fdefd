import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

const kinds = { script: 'scripts', document: 'html', font: 'fonts' } as const
export type Sizes = Record<(typeof kinds)[keyof typeof kinds], number>

/** From now on, counts what the page loads; the function it gives says how much, in kB as a server would send it. */
export function weigh(page: Page): () => Promise<Sizes> {
  const sizes: Sizes = { scripts: 0, html: 0, fonts: 0 }
  const bodies: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = kinds[response.request().resourceType() as keyof typeof kinds]
    if (!kind || !response.ok()) return
    bodies.push(
      response.body().then((body) => {
        // A font is compressed as it is.
        const sent = kind === 'fonts' ? body : gzipSync(body, { level: 9 })
        sizes[kind] += sent.length / 1000
      }),
    )
  })
  return async () => {
    await Promise.all(bodies)
    return sizes
  }
}
