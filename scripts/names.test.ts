import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

const files = globSync(['*', '{bench,content,docs,e2e,public,scripts,src}/**'], {
  ignore: ['**/node_modules/**'],
})

test('no two files differ in case or ending alone: a disk that does not tell case apart would keep one', () => {
  const first = new Map<string, string>()
  const pairs = files.flatMap((file) => {
    const bare = file.toLowerCase().replace(/\.(tsx?|mdx)$/, '')
    const other = first.get(bare)
    first.set(bare, file)
    return other === undefined ? [] : [`${other}, ${file}`]
  })
  expect(files.length).toBeGreaterThan(300)
  expect(pairs).toEqual([])
})
