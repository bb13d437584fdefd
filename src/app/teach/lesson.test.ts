import { expect, test } from 'vitest'
import { lineOf, toLesson } from './lesson'

const source = `---
about: What it is for
states:
  - name: One
    at: x=1
    says: here
  - name: Two
    at: x=2
    says: there
---

Text.
`
const state = { name: 'One', at: 'x=1', says: 'here' }
const lesson = (frontmatter: unknown) =>
  toLesson('/content/teach/slope/nudge.mdx', { default: (() => null) as never, frontmatter }, source)

test('a file has its figure and its chapter from where it lies', () => {
  expect(lesson({ about: 'A', states: [state, state] })).toMatchObject({ chapter: 'slope', figure: 'nudge' })
})

test.each([
  [{ about: '', states: [state, state] }, /nudge\.mdx:2 frontmatter, about/],
  [{ about: 'A', states: [state] }, /nudge\.mdx:3 frontmatter, states: at least two/],
  [{ about: 'A', states: [state, { ...state, says: '' }] }, /nudge\.mdx:9 frontmatter, states\.1\.says/],
  [{ about: 'A', states: [{ ...state, at: 3 }, state] }, /nudge\.mdx:5 frontmatter, states\.0\.at/],
  [{ about: 'A', states: [state, { ...state, tint: 'red' }] }, /nudge\.mdx:7 frontmatter, states\.1\.tint/],
])('what is wrong stops the build with its file and line', (frontmatter, message) => {
  expect(() => lesson(frontmatter)).toThrow(message)
})

test('a field is found by its path', () => {
  expect(lineOf(source, ['states', 1, 'at'])).toBe(8)
})
