import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

type Node = { type: string; start: number; [key: string]: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
const nameOf = (of: unknown) => (isNode(of) && typeof of.name === 'string' ? of.name : '')

/** What no reader reads: modules, types, classes, TeX, and errors that only someone who writes the book meets. */
const unread = (node: Node): boolean =>
  /^(Import|Export(All|Named)Declaration.*source|TS(Type|Interface))/.test(node.type) ||
  node.type === 'TaggedTemplateExpression' ||
  (node.type === 'JSXAttribute' && nameOf(node.name) === 'className') ||
  (node.type === 'NewExpression' && nameOf(node.callee).endsWith('Error'))

/** The text of a literal, or of an element between its tags, with … for what is computed. */
function textOf(node: Node): string {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : ''
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…')
  if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return ''
  return (node.children as Node[])
    .map((child) => (child.type === 'JSXText' ? String(child.value) : '…'))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words in small letters, side by side: “of the 4 entries” has three of them, `where(x > 0, x, 0)` one. */
const wordsIn = (text: string) => text.match(/(?<![\p{L}\d_.(])\p{L}[\p{L}’'-]+(?![\p{L}\d_(=])/gu) ?? []
const isSentence = (text: string) => / /.test(text) && wordsIn(text).length >= 4

/** The sentences of a source, each with its line. */
export function sentencesIn(file: string, source: string): string[] {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isNode(value) || unread(value)) return
    const text = textOf(value)
    if (isSentence(text)) found.push(`${file}:${source.slice(0, value.start).split('\n').length} ${text}`)
    Object.values(value).forEach(visit)
  }
  visit(parseSync(file, source).program)
  return found
}

/**
 * Programs, which are in no language that people translate; names in the gallery; the readers of formulas, whose
 * errors stand where they arise; and a selector.
 */
const exceptions = [
  '**/*.test.{ts,tsx}',
  '**/words.ts',
  '**/demos.tsx',
  'src/widgets/in-code/{python,typescript}.ts',
  'src/widgets/playground/python.ts',
  'src/widgets/other-layers/code.ts',
  'src/topics/programs/programs.ts',
  'src/topics/identities/*.ts',
  'src/topics/practice/layers.ts',
  'src/topics/checking/fixtures/*.ts',
  'src/figure/formula/{aloud,expression,pieces}.ts',
  'src/figure/state/preferences.ts',
  'src/figure/frame/Lock.tsx',
]

test.each([
  ['<p>Here you will read it.</p>', 1],
  ['<p>\n  {count} of these entries are zero.\n</p>', 1],
  ['<Plane label="Map of y with its level lines" />', 1],
  ['const says = `${count} of the ${all} entries of y move`', 1],
  ["const says = count === 1 ? 'here the one entry moves' : ''", 1],
  ["throw new Error('no such thing in this place')", 0],
  ['const rule = tex`\\text{one two three four}`', 0],
  ['<p className="one two three four">{words.title}</p>', 0],
  ["const f = 'where(x > 0, x, 0) + sin(x) / cos(x)'", 0],
])('in %s the check finds sentences: %i', (source, count) => {
  expect(sentencesIn('a.tsx', source)).toHaveLength(count)
})

test('a sentence that readers see stands in the words.ts of its folder, where a translation finds it', () => {
  const files = globSync(['src/{widgets,topics,figure}/**/*.{ts,tsx}'], { ignore: exceptions })
  expect(files.length).toBeGreaterThan(150)
  expect(files.flatMap((file) => sentencesIn(file, readFileSync(file, 'utf8')))).toEqual([])
})
