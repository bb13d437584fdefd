import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

test('what takes the place of modules or globals runs alone, in a file that says so', () => {
  const tests = globSync('src/**/*.test.{ts,tsx}')
  const replaces = (file: string) => /\bvi\.(mock|stub\w+|resetModules)\(/.test(readFileSync(file, 'utf8'))
  const alone = (file: string) => file.includes('.alone.test.')
  expect(tests.length).toBeGreaterThan(100)
  expect(tests.filter((file) => replaces(file) !== alone(file))).toEqual([])
})
