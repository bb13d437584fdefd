import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { draw, imports, layers, picture } from './architecture.ts'

const text = readFileSync('docs/architecture.md', 'utf8')

test('the picture of the layers is what the code says; `npm run fix` draws it anew', () => {
  expect(readFileSync(picture, 'utf8')).toBe(draw(imports()))
})

test('no layer imports one that stands below it, but the app, which assembles', () => {
  const order = layers.map(({ name }): string => name)
  const upward = [...imports()].filter((edge) => {
    const [from = '', to = ''] = edge.split(' > ')
    return from !== 'app' && order.indexOf(to) > order.indexOf(from)
  })
  expect(upward).toEqual([])
})

test('the page on the architecture has a line for every layer', () => {
  for (const { name } of layers) expect(text).toMatch(new RegExp(`\`(src/)?${name}/\``))
})
