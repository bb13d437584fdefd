// `npm test`: every check of the project, one after the other, and their sum as the last line.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

/** How many tests passed and failed, and which did not run on this machine. */
type Count = { passed: number; failed: number; skipped: string[] }
type Step = { name: string; more?: string[]; report?: string; count?: (json: never) => Count }

const folder = 'test-results'

type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[]
}

function ofUnit({ numPassedTests, numFailedTests, testResults }: UnitReport): Count {
  const skipped = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending' || status === 'skipped')
      .map(({ fullName }) => `${path.relative('.', name)}: ${fullName}`),
  )
  return { passed: numPassedTests, failed: numFailedTests, skipped }
}

type Suite = {
  suites?: Suite[]
  specs?: {
    title: string
    file: string
    tests: { status: string; annotations: { description?: string }[] }[]
  }[]
}
type EndToEndReport = Suite & { stats: { expected: number; flaky: number; unexpected: number } }

const skippedIn = ({ suites = [], specs = [] }: Suite): string[] => [
  ...specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'skipped')
      .map(
        ({ annotations }) =>
          `e2e/${file}: ${[title, annotations[0]?.description].filter(Boolean).join(': ')}`,
      ),
  ),
  ...suites.flatMap(skippedIn),
]

const ofEndToEnd = ({ stats, ...suite }: EndToEndReport): Count => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: skippedIn(suite),
})

/** What each step is called in package.json, and where its tests are counted. A step without a report is one check. */
const steps: Step[] = [
  { name: 'test:format' },
  { name: 'test:types' },
  { name: 'test:lint' },
  {
    name: 'test:unit',
    more: ['--reporter=default', '--reporter=json', `--outputFile.json=${folder}/unit.json`],
    report: `${folder}/unit.json`,
    count: ofUnit,
  },
  { name: 'test:build' },
  { name: 'test:e2e', report: `${folder}/e2e.json`, count: ofEndToEnd },
]

function counted({ report, count }: Step, right: boolean): Count {
  if (!report || !count) return { passed: right ? 1 : 0, failed: right ? 0 : 1, skipped: [] }
  try {
    const found = count(JSON.parse(readFileSync(report, 'utf8')) as never)
    // A step that fails without a failed test broke outside of them, and that is a failure too.
    return { ...found, failed: right ? found.failed : Math.max(1, found.failed) }
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}

function run(step: Step): Count {
  console.log(`\n── ${step.name}`)
  const words = ['run', '--silent', step.name, ...(step.more ? ['--', ...step.more] : [])]
  const { status } = spawnSync('npm', words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  return counted(step, status === 0)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const results = new Map<string, Count & { seconds: number }>()
for (const step of steps) {
  if (step.name === 'test:e2e' && results.get('test:build')?.failed) continue
  const start = performance.now()
  results.set(step.name, { ...run(step), seconds: Math.round((performance.now() - start) / 1000) })
}

console.log()
for (const { name } of steps) {
  const result = results.get(name)
  if (result)
    console.log(`${name.padEnd(12)} ${result.passed} passed, ${result.failed} failed, ${result.seconds} s`)
  else console.log(`${name.padEnd(12)} not run: there is no build to look at`)
}
const all = [...results.values()]
const sum = (key: 'passed' | 'failed') => all.reduce((total, result) => total + result[key], 0)
const skipped = all.flatMap((result) => result.skipped)
if (skipped.length > 0)
  console.log(`\nNot run on this machine:\n${skipped.map((one) => `  ${one}`).join('\n')}`)
process.exitCode = sum('failed') > 0 ? 1 : 0
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`)
