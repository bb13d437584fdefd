// `npm run bench -- pages`: see pages/run.ts. `npm run bench`: the kernel beside its peers, in one page of one Chromium; the table goes to RESULTS.md too.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { advice, browserArguments, findBrowser } from '../scripts/browser.ts'
import type { Row } from './measure.ts'
import { pages } from './pages/run.ts'
import { report } from './report.ts'

const rounds = Number(process.argv[2] ?? 7)
const folder = fileURLToPath(new URL('.', import.meta.url))
const configFile = `${folder}vite.config.ts`

/** The peers are installed here and nowhere else. */
function install(): void {
  if (existsSync(`${folder}node_modules`)) return
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('the peers could not be installed')
}

/** NumPy's times, where there is a Python that has it. */
function numpy({ n, d, m }: { n: number; d: number; m: number }): Row[] {
  const words = [`${folder}openblas.py`, ...[n, d, m, rounds].map(String)]
  const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' })
  if (status !== 0) return []
  const { version, times } = JSON.parse(stdout) as { version: string; times: number[] }
  return [{ name: `NumPy ${version}, native, one thread`, times, error: NaN }]
}

async function main(): Promise<void> {
  install()
  const load = `${(loadavg()[0] ?? 0).toFixed(1)} processes`
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(advice)
  await build({ configFile, logLevel: 'warn' })
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } })
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const page = await browser.newPage()
    page.on('pageerror', (error) => console.error(error))
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => 'bench' in globalThis)
    // Before the kernel is loaded, so that small products and Jacobians are made by the core's loops at every size.
    const rates = await page.evaluate((count) => globalThis.bench.small(count), rounds)
    const built = await page.evaluate(() => globalThis.bench.explicit())
    const { sizes, rows, most } = await page.evaluate((count) => globalThis.bench.layer(count), rounds)
    const [cpu] = cpus()
    const machine = `Chromium ${browser.version()}, ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}; ${load} at work before it began`
    const text = report(machine, { layer: [...rows, ...numpy(sizes)], most, built, rates }, rounds)
    console.log(text)
    writeFileSync(`${folder}RESULTS.md`, text)
  } finally {
    await browser.close()
    await server.close()
  }
}

await (process.argv[2] === 'pages' ? pages() : main())
