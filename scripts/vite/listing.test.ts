import { createProcessor } from '@mdx-js/mdx'
import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import lines, { first } from 'virtual:listing/src/autodiff/core/reverse.ts#backward'
import { highlight } from '../../src/plot/code.ts'
import { cut } from '../listing/cut.ts'
import { listed, rehypeListing } from './listing.ts'

const processor = createProcessor({ rehypePlugins: [rehypeListing] })
const build = (mdx: string) => {
  const file = new VFile({ path: 'a.mdx', value: mdx })
  return { file, code: String(processor.processSync(file)) }
}
const of = 'src/autodiff/core/forward.ts'
const core = readFileSync('src/autodiff/core/reverse.ts', 'utf8')

test('a listing is filled with the code, cut into a row for each note', () => {
  const { code, file } = build(
    `<Listing of="${of}" name="moved">\n\n<Note at="continue">\n\nNo *move*.\n\n</Note>\n\n</Listing>`,
  )
  expect(code.match(/_components\.code/g)?.length).toBeGreaterThan(2)
  expect(code).toContain('className: "keyword"')
  expect(code).toContain('No ')
  expect(code).toContain('gridRow: "2"')
  expect(listed(file)).toEqual([of])
})

test.each([
  [`<Listing of="${of}" name="moves" />`, /has no “moves”; it has Dual, moved/],
  ['<Listing of="src/no.ts" name="moved" />', /there is no file src\/no.ts/],
  [`<Listing of="${of}" />`, /needs “name”/],
  [`<Listing of="${of}" name={'moved'} />`, /text in quotes/],
  [`<Listing of="${of}" name="moved">\n\nWords.\n\n</Listing>`, /nothing but Notes/],
  [
    `<Listing of="${of}" name="moved">\n\n<Note at="goto">Words.</Note>\n\n</Listing>`,
    /the code has no “goto”/,
  ],
  [
    `<Listing of="${of}" name="moved">\n\n<Note at="return total">\n\nA.\n\n</Note>\n\n<Note at="continue">\n\nB.\n\n</Note>\n\n</Listing>`,
    /has to come before/,
  ],
])('%s stops the build, with the line', (mdx, says) => {
  const file = new VFile({ path: 'a.mdx', value: `One.\n\n${mdx}` })
  expect(() => processor.processSync(file)).toThrow(says)
  expect(String(file.messages[0])).toMatch(/^a.mdx:3:1/)
})

test('a figure gets the same lines', () => {
  const { text, first: line } = cut('reverse.ts', core, 'backward', true)
  expect(lines.map((tokens) => tokens.map((token) => token.text).join('')).join('\n')).toBe(text)
  expect(first).toBe(line)
})

test('highlighted code is the code; words of the language and comments are told, in texts they are not', () => {
  const text = "const a = 'if // so' // new\n/* two\nlines */ return `${a} for`"
  const tokens = highlight(text)
  expect(tokens.map((line) => line.map((token) => token.text).join('')).join('\n')).toBe(text)
  expect(tokens.flat().flatMap((token) => (token.role ? [`${token.role} ${token.text}`] : []))).toEqual([
    'keyword const',
    'comment // new',
    'comment /* two',
    'comment lines */',
    'keyword return',
  ])
})
