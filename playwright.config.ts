import { defineConfig } from '@playwright/test'
import { freePort } from './e2e/helpers/port'
import { browserArguments, findBrowser } from './scripts/browser'

// The main process chooses; its workers, which read this file again, inherit what it chose.
process.env.BOOK_PORT ??= String(await freePort())
process.env.SUB_PORT ??= String(await freePort())
const browser = (process.env.CHROMIUM_PATH ??= findBrowser() ?? '')

const address = (port = '') => `http://127.0.0.1:${port}`
const serve = (port = '', more = '') =>
  `npx vite preview --host 127.0.0.1 --strictPort --port ${port} ${more}`
const sub = '--base=/sub/ --outDir=test-results/sub'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  reporter: [[process.env.CI ? 'dot' : 'list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  use: {
    baseURL: address(process.env.BOOK_PORT),
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: { ...(browser && { executablePath: browser }), args: browserArguments },
    screenshot: 'only-on-failure',
  },
  // The second server builds the book first, and a busy machine takes its time for that.
  webServer: [
    { command: serve(process.env.BOOK_PORT), url: `${address(process.env.BOOK_PORT)}/`, timeout: 300_000 },
    {
      // The same book built for a sub-path, as a host with several sites would serve it.
      command: `npx vite build --logLevel=warn ${sub} && ${serve(process.env.SUB_PORT, sub)}`,
      url: `${address(process.env.SUB_PORT)}/sub/`,
      timeout: 300_000,
    },
  ],
})
