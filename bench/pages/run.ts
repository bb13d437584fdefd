// `npm run bench -- pages`: a first visit to the chapters named, or to 1 and 6, on a slow line and a slow processor.
import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { advice, browserArguments, findBrowser } from '../../scripts/browser.ts'
import { serve } from './serve.ts'
import { visit, type Visit } from './visit.ts'

const [folder = 'dist', rounds = 5] = [process.argv[3], Number(process.argv[4] ?? 5)]
const paths = process.argv.length > 5 ? process.argv.slice(5) : ['/slope/', '/linear-layer/']

const columns: Record<keyof Visit, { head: string; digits: number }> = {
  painted: { head: 'first paint, ms', digits: 0 },
  text: { head: 'text in its fonts, ms', digits: 0 },
  longest: { head: 'longest task, ms', digits: 0 },
  blocked: { head: 'blocked, ms', digits: 0 },
  shift: { head: 'layout shift', digits: 4 },
  kB: { head: 'kB', digits: 1 },
  elements: { head: 'elements', digits: 0 },
  next: { head: 'next chapter, ms', digits: 0 },
}
const keys = Object.keys(columns) as (keyof Visit)[]

function median(numbers: readonly number[]): number {
  const middle = numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
  if (middle === undefined) throw new Error('no visit was measured')
  return middle
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Prints a table of medians; the load tells how quiet the machine was. */
export async function pages(): Promise<void> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error(advice)
  const { address, close } = await serve(folder)
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    console.log(line(['page', ...keys.map((key) => columns[key].head)]))
    console.log(line(['---', ...keys.map(() => '---:')]))
    for (const path of paths) {
      const visits: Visit[] = []
      for (let i = 0; i < rounds; i++) visits.push(await visit(browser, address + path))
      const cells = keys.map((key) => median(visits.map((each) => each[key])).toFixed(columns[key].digits))
      console.log(line([path, ...cells]))
    }
    const load = loadavg().map((each) => each.toFixed(1))
    console.log(
      `\nMedians of ${rounds} visits; processes that ran meanwhile, by 1, 5, 15 minutes: ${load.join(', ')}.`,
    )
  } finally {
    await browser.close()
    close()
  }
}
