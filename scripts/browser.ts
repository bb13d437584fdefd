// A Chromium for the tests: found, else installed, else the words that say what to do.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { prepareOthers } from './otherBrowsers'
import { onPath, root, run, starts } from './programs'

// Without windows it does the same work in half the time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
]
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const browserArguments = ['--disable-background-networking', ...(root ? ['--no-sandbox'] : [])]

const wanted = () => process.env.CHROMIUM_PATH

/** The Chromium to test in: the one that CHROMIUM_PATH names, or Playwright's own, or the system's. */
export function findBrowser(): string | undefined {
  const chosen = wanted()
  const places = chosen ? [chosen] : [chromium.executablePath(), ...names.flatMap(onPath), ...elsewhere]
  return places.find(starts)
}

const playwright = (...words: string[]) => run('npx', '--no-install', 'playwright', ...words)

const apt = (...words: string[]) => root && existsSync('/usr/bin/apt-get') && run('apt-get', ...words)
const aptInstall = (name: string) => apt('install', '-y', '--no-install-recommends', name, 'fonts-liberation')

/** Ways to install one, the gentlest first; each is tried until a browser starts. */
const ways: (() => boolean)[] = [
  () => playwright('install', 'chromium'),
  () => root && existsSync(chromium.executablePath()) && playwright('install-deps', 'chromium'),
  () => apt('update'),
  () => aptInstall('chromium-headless-shell'),
  () => aptInstall('chromium'),
]

export const advice = `No Chromium was found that starts, and none could be installed. One of these helps:
  npx playwright install --with-deps chromium     (asks for root to install libraries)
  apt-get install chromium-headless-shell         (Debian; as root)
  CHROMIUM_PATH=/path/to/chromium npm test        (any Chromium, Chrome or Edge that you have)`

function main() {
  for (const install of [() => true, ...ways]) {
    if (!install()) continue
    const found = findBrowser()
    if (found) {
      console.log(`browser: ${found}`)
      return prepareOthers()
    }
    if (wanted()) return fail(`CHROMIUM_PATH is ${wanted()}, and that does not start.`)
  }
  fail(advice)
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
