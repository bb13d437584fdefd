import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

/** `rows[i]?.[j] ?? 0` and its like: an index past the end becomes a number that looks true. In a test NaN fails by itself. */
const hidden = (file: string) => (file.includes('.test.') ? /\] \?\? \d/ : /\] \?\? (\d|NaN|Infinity)/)

test('an entry that is missing is told, not read as a number: nth, entryOf, or nthOr where it may be missing', () => {
  const found = globSync(['{src,content}/**/*.{ts,tsx,mdx}'], {
    ignore: ['src/autodiff/core/entry.ts'],
  }).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, k) => (hidden(file).test(line) ? [`${file}:${k + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
