// `npm run bench -- pages`: see pages/run.ts. `npm run bench`: the core, its kernel, all cores and the graphics card beside their peers, in pages of one Chromium; the tables go to RESULTS.md too.
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
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

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Asks the page of the bench, sent with these headers to a browser with these arguments. */
async function asked<T>(
  ask: (page: Page) => Promise<T>,
  { headers = {}, args = [] }: { headers?: Record<string, string>; args?: string[] } = {},
): Promise<{ found: T; version: string }> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(advice)
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0, headers } })
  const browser = await chromium.launch({
    executablePath,
    args: [...browserArguments, ...args],
    ...(args.length > 0 && { ignoreDefaultArgs: ['--disable-gpu'] }),
  })
  try {
    const page = await browser.newPage()
    page.on('pageerror', (error) => console.error(error))
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => 'bench' in globalThis)
    return { found: await ask(page), version: browser.version() }
  } finally {
    await browser.close()
    await server.close()
  }
}

async function onProcessor(page: Page) {
  // Before the kernel is loaded, so that small products and Jacobians are made by the core's loops at every size.
  const rates = await page.evaluate((count) => globalThis.bench.small(count), rounds)
  const built = []
  for (let k = 0; k < 3; k++) built.push(await page.evaluate(() => globalThis.bench.explicit()))
  return { rates, built, ...(await page.evaluate((count) => globalThis.bench.layer(count), rounds)) }
}
const onCores = (page: Page) => page.evaluate((count) => globalThis.bench.cores(count), rounds)
const onCard = (page: Page) => page.evaluate((count) => globalThis.bench.gpu(count), rounds)

/** The card that this machine has; where it has none, the one that software plays, for correctness. */
async function card() {
  const webgpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan']
  const { found: gpu } = await asked(onCard, { args: webgpu })
  if (typeof gpu !== 'string') return { gpu, software: undefined }
  const { found: software } = await asked(onCard, { args: [...webgpu, '--use-webgpu-adapter=swiftshader'] })
  return { gpu, software }
}

const load = () => (loadavg()[0] ?? 0).toFixed(1)

async function main(): Promise<void> {
  install()
  const before = load()
  await build({ configFile, logLevel: 'warn' })
  const { found, version } = await asked(onProcessor)
  const cores = [(await asked(onCores)).found, (await asked(onCores, { headers: isolation })).found]
  const cards = await card()
  const { sizes, rows, most, rates, built } = found
  const layer = [...rows, ...numpy(sizes)]
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `Chromium ${version}, ${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, ${process.platform}; processes at work, before and after: ${before}, ${load()}`
  const text = report(machine, { layer, most, built, rates, cores, ...cards }, rounds)
  console.log(text)
  writeFileSync(`${folder}RESULTS.md`, text)
}

await (process.argv[2] === 'pages' ? pages() : main())
