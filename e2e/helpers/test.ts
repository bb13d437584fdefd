import { test as base, expect } from '@playwright/test'

type Options = {
  /** What a test provokes on purpose: complaints that match are no failure. */
  provoked: RegExp[]
}
type Fixtures = { complaints: string[] }

/**
 * Playwright's `test`, which also fails when the page complained: an error or warning in its console (a breach of its
 * policy is one), an exception, a request to another host.
 */
export const test = base.extend<Options & Fixtures>({
  provoked: [[], { option: true }],
  complaints: [
    async ({ context, baseURL, provoked }, use) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`))
      context.on('request', (request) => {
        const url = request.url()
        if (/^(data|blob):/.test(url) || new URL(url).hostname === new URL(baseURL ?? '').hostname) return
        complaints.push(`request to another host: ${url}`)
      })
      await use(complaints)
      const unexpected = complaints.filter((line) => !provoked.some((pattern) => pattern.test(line)))
      expect(unexpected, 'the page complained').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
