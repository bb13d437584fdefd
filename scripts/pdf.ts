// Writes a chapter or the whole book as PDF: `npm run pdf`, `npm run pdf -- chapter=slope answers=here paper=letter`.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { browserArguments, findBrowser } from './browser'
import { run } from './programs'

const asked = new URLSearchParams(process.argv.slice(2).join('&'))
const what = asked.get('chapter') ?? 'all'
asked.set('chapter', what)
const file = what === 'all' ? 'nudge.pdf' : `nudge-${what.replace(/[^\w-]/g, '')}.pdf`

/** The page that puts it together, once it has; what it says instead is an error. */
async function write(address: string, executablePath: string) {
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(`${address}print/?${asked}`)
    const status = page.locator('#print [role=status]')
    await page.waitForFunction(() =>
      /ready|no chapter|Not every/.test(document.querySelector('#print [role=status]')?.textContent ?? ''),
    )
    if (!(await page.locator('html[data-printed]').count()))
      throw new Error((await status.textContent()) ?? '')
    await page.pdf({
      path: file,
      preferCSSPageSize: true,
      printBackground: true,
      outline: true,
      tagged: true,
    })
    console.log(file)
  } finally {
    await browser.close()
  }
}

async function main() {
  if (!existsSync('dist/print/index.html') && !run('npm', 'run', 'build'))
    throw new Error('The build failed.')
  const browser = findBrowser()
  if (!browser) throw new Error('No Chromium was found that starts; `npm run test:e2e` says how to get one.')
  const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' })
  try {
    await write(server.resolvedUrls?.local[0] ?? '', browser)
  } finally {
    await server.close()
  }
}

await main()
