// `npm test`: every check of the project, one after the other, and their sum as the last line.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'

type Count = { passed: number; failed: number }
type Step = { name: string; more?: string[]; report?: string; count?: (json: never) => Count }

const folder = 'test-results'

/** What each step is called in package.json, and where its tests are counted. A step without a report is one check. */
const steps: Step[] = [
  { name: 'test:format' },
  { name: 'test:types' },
  { name: 'test:lint' },
  {
    name: 'test:unit',
    more: ['--reporter=default', '--reporter=json', `--outputFile.json=${folder}/unit.json`],
    report: `${folder}/unit.json`,
    count: (json: { numPassedTests: number; numFailedTests: number }) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
    }),
  },
  { name: 'test:build' },
  {
    name: 'test:e2e',
    report: `${folder}/e2e.json`,
    count: (json: { stats: { expected: number; flaky: number; unexpected: number } }) => ({
      passed: json.stats.expected + json.stats.flaky,
      failed: json.stats.unexpected,
    }),
  },
]

function counted({ report, count }: Step, right: boolean): Count {
  const asOne = { passed: right ? 1 : 0, failed: right ? 0 : 1 }
  if (!report || !count) return asOne
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')) as never)
    // A step that fails without a failed test broke outside of them, and that is a failure too.
    return { passed, failed: right ? failed : Math.max(1, failed) }
  } catch {
    return { passed: 0, failed: 1 }
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
const sum = (key: keyof Count) => [...results.values()].reduce((all, result) => all + result[key], 0)
process.exitCode = sum('failed') > 0 ? 1 : 0
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
