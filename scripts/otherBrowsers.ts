// Firefox and WebKit for e2e/browsers.spec.ts. A machine without them tests in Chromium alone, and says so.
import { existsSync } from 'node:fs'
import { onPath, root, run, starts } from './programs'

const elsewhere = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** The Firefox to test in: the one that FIREFOX_PATH names, or the system's. */
export function findFirefox(): string | undefined {
  const { FIREFOX_PATH: chosen } = process.env
  const places = chosen ? [chosen] : [...['firefox-esr', 'firefox'].flatMap(onPath), ...elsewhere]
  return places.find(starts)
}

/** The WebKit to test in: the driver of WebKitGTK, and the screen in memory that its browser draws on. */
export function findWebKit(): { driver: string; xvfb: string } | undefined {
  const [driver, xvfb] = ['WebKitWebDriver', 'Xvfb'].map((name) => onPath(name).find(existsSync))
  return driver && xvfb ? { driver, xvfb } : undefined
}

/** What to do where one is missing. */
export const advice = {
  firefox: 'No Firefox was found that starts (Debian: apt-get install firefox-esr; elsewhere FIREFOX_PATH).',
  webkit: 'No WebKitGTK with its driver was found (Debian: apt-get install webkit2gtk-driver xvfb).',
}

/** Installs what is missing where nobody has to be asked, and never fails. */
export function prepareOthers() {
  const packages = [
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ]
  if (packages.length > 0 && process.env.CI && root && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update')
    // Each by itself: that one can't be had is no reason to lack the other.
    for (const name of packages) run('apt-get', 'install', '-y', '--no-install-recommends', name)
  }
  console.log(`Firefox: ${findFirefox() ?? advice.firefox}`)
  console.log(`WebKit: ${findWebKit()?.driver ?? advice.webkit}`)
}
