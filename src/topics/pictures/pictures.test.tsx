import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, test } from 'vitest'
import { ChapterPicture, pictures } from '.'

const chapters = readdirSync('content').filter((folder) => /^\d\d-/.test(folder))
const drawn = (name: string) => renderToStaticMarkup(<ChapterPicture path={`/${name}/`} />)

describe.each(chapters)('%s', (folder) => {
  it('has a picture that says it, and a last word', () => {
    expect(Object.keys(pictures)).toContain(folder.slice(3))
    expect(readFileSync(`content/${folder}/index.mdx`, 'utf8')).toMatch(/<LastWord says="[^"]{30,160}\."/)
  })
})

test.each(Object.keys(pictures))('the picture of %s is whole, light, and has a name', (name) => {
  const html = drawn(name)
  expect(html).toMatch(/role="img" aria-label="\w[^"]{20,}"/)
  expect(html).not.toMatch(/NaN|undefined|Infinity/)
  expect(html.length).toBeLessThan(9000)
  // Nothing sticks out of it.
  for (const [, number] of html.matchAll(/ (?:x|y|cx|cy)="(-?[\d.]+)"/g)) {
    expect(Number(number)).toBeGreaterThanOrEqual(-10)
    expect(Number(number)).toBeLessThanOrEqual(160)
  }
})

it('draws nothing for a page that is no chapter', () => expect(drawn('about')).toBe(''))
