import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const sources = globSync(['content/**/*.mdx', 'src/{app,figure,prose,topics,widgets}/**/*.{ts,tsx}'], {
  ignore: ['**/*.test.*'],
})
const comment = /^\s*(\/\/|\/?\*)/

test('no text counts the chapters by hand: a new one in between would make it wrong', () => {
  const found = sources.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, k) =>
        /\bchapters? \d/i.test(line) && !comment.test(line)
          ? [`${file}:${k + 1} write <Ref to="linear-layer" />, or in a string “chapter {linear-layer}”`]
          : [],
      ),
  )
  expect(sources.length).toBeGreaterThan(200)
  expect(found).toEqual([])
})
