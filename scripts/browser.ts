// A Chromium for the tests: found, else installed, else the words that say what to do.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const root = process.getuid?.() === 0
export const browserArguments = ['--disable-background-networking', ...(root ? ['--no-sandbox'] : [])]

const onPath = (name: string) =>
  [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'].map((folder) =>
    path.join(folder, name),
  )

const wanted = () => process.env.CHROMIUM_PATH

/** A file that is there may still not start: libraries are missing, or it is a stub that only says what to install. */
const starts = (file: string) =>
  existsSync(file) &&
  (process.platform === 'win32' ||
    spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0)

/** The Chromium to test in: the one that CHROMIUM_PATH names, or Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const chosen = wanted()
  const places = chosen ? [chosen] : [chromium.executablePath(), ...names.flatMap(onPath), ...elsewhere]
  return places.find(starts)
}

function run(command: string, ...words: string[]): boolean {
  console.log(`$ ${command} ${words.join(' ')}`)
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  }
  const stdio = ['ignore', 'inherit', 'inherit'] as const
  return spawnSync(command, words, { env, stdio: [...stdio], timeout: 300_000 }).status === 0
}

const playwright = (...words: string[]) => run('npx', '--no-install', 'playwright', ...words)

/** Ways to install one, the gentlest first; each is tried until a browser starts. */
const ways: (() => boolean)[] = [
  () => playwright('install', 'chromium'),
  () => root && existsSync(chromium.executablePath()) && playwright('install-deps', 'chromium'),
  () => root && existsSync('/usr/bin/apt-get') && run('apt-get', 'update'),
  () =>
    root &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'),
]

export const advice = `No Chromium was found that starts, and none could be installed. One of these helps:
  npx playwright install --with-deps chromium     (asks for root to install libraries)
  apt-get install chromium                        (Debian; as root)
  CHROMIUM_PATH=/path/to/chromium npm test        (any Chromium, Chrome or Edge that you have)`

function main() {
  for (const install of [() => true, ...ways]) {
    if (!install()) continue
    const found = findBrowser()
    if (found) return console.log(`browser: ${found}`)
    if (wanted()) return fail(`CHROMIUM_PATH is ${wanted()}, and that does not start.`)
  }
  fail(advice)
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
