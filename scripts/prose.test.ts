import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import printed from '../content/errata/printed.json'

const read = (file: string) => readFileSync(file, 'utf8')
const chapters = globSync('content/[0-9]*/index.mdx').toSorted().map(read)
const slips = new Map(
  globSync('content/errata/slips/*.mdx').map((file) => [Number(/(\d+)\.mdx$/.exec(file)?.[1]), read(file)]),
)
const errata = read('content/errata/index.mdx')

/** Formulas set apart count as those in a line, and a line's end as a space. */
const plain = (mdx: string) =>
  mdx
    .replaceAll('$$', '$')
    .replace(/\s+/g, ' ')
    .replace(/\$ ?([^$]*?) ?\$/g, '$$$1$$')
    .trim()
const all = (text: string, what: RegExp) => [...text.matchAll(what)].map(([, found = '']) => found)

describe('the errata', () => {
  it('are told on their page, each once and in order, each in a chapter too, and are counted right', () => {
    const numbers = printed.map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect([...slips.keys()].toSorted((a, b) => a - b)).toEqual(numbers)
    expect(all(errata, /<Slip number=\{(\d+)\}/g).map(Number)).toEqual(numbers)
    const told = new Set(
      chapters.flatMap((chapter) => all(chapter, /<Erratum number=\{(\d+)\}/g)).map(Number),
    )
    expect(numbers.filter((number) => !told.has(number))).toEqual([])
    const words = ['eight', 'nine', 'ten', 'eleven', 'twelve']
    expect(all(errata, /(\w+) slips/g).map((word) => words.indexOf(word) + 8)).toEqual([
      numbers.length,
      numbers.length,
    ])
  })

  for (const { number, sections, quote } of printed)
    it(`${number} quotes the handout letter by letter, and says where`, () => {
      const slip = slips.get(number) ?? ''
      expect(all(slip, /<Printed>([^]*?)<\/Printed>/g).map(plain)).toEqual([quote])
      const [where = ''] = all(slip, /^where: (.*)$/gm)
      expect(sections.filter((section) => !where.includes(section))).toEqual([])
    })
})

it('a word is defined once in the book', () => {
  const terms = chapters.flatMap((chapter) => all(chapter, /<Definition term="([^"]+)"/g))
  expect(terms.length).toBeGreaterThan(5)
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
})

it('who always ticks the same place predicts right in at most two of five', () => {
  const answers = chapters.flatMap((chapter) =>
    all(chapter, /<Predict\s[^]*?options=[^]*?\]\}\s+answer=\{(\d)\}/g),
  )
  expect(answers.length).toBeGreaterThan(20)
  const share = (place: string) => answers.filter((answer) => answer === place).length / answers.length
  expect(['0', '1', '2', '3'].filter((place) => share(place) > 0.4)).toEqual([])
  for (const place of ['0', '1', '2']) expect(share(place)).toBeGreaterThan(0.2)
})
