import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { cut, lineWith } from './cut.ts'
import { declarationsIn } from './declarations.ts'

const source = `import { a } from './a.ts'

/** Says so. */
export const one = (x: number): number =>
  x + 1 // as it is

/** A box. */
export class Box extends Shelf {
  readonly id = 1
  /** Opens it. */
  open(): void {
    lift(this)
  }
  close(): void {}
}
const two = 2
`

describe('code cut by name', () => {
  it('has the comment above it, and the lines on which it stands', () => {
    expect(cut('a.ts', source, 'one')).toEqual({
      text: '/** Says so. */\nexport const one = (x: number): number =>\n  x + 1 // as it is',
      first: 3,
      last: 5,
    })
    expect(cut('a.ts', source, 'one', true).text).toMatch(/^export const one/)
    expect(cut('a.ts', source, 'two')).toMatchObject({ text: 'const two = 2', first: 16 })
  })
  it('shows where members of a class are left out', () => {
    expect(cut('a.ts', source, 'Box.open').text).toBe(
      'export class Box extends Shelf {\n  …\n  /** Opens it. */\n  open(): void {\n    lift(this)\n  }\n  …\n}',
    )
    expect(cut('a.ts', source, 'Box.id,Box.close').text).toBe(
      'export class Box extends Shelf {\n  readonly id = 1\n  …\n  close(): void {}\n}',
    )
  })
  it('sets several one below the other', () => {
    expect(cut('a.ts', source, 'two, one', true).text).toBe(
      'const two = 2\n\nexport const one = (x: number): number =>\n  x + 1 // as it is',
    )
  })
  it.each([
    ['tow', 'a.ts has no “tow”; it has one, Box, two'],
    ['Box.shut', 'a.ts has no “shut”; it has id, open, close'],
    ['one.more', 'a.ts has no “more”; it has '],
  ])('refuses %s by name', (name, says) => expect(() => cut('a.ts', source, name)).toThrow(says))
  it('refuses a source that is none', () =>
    expect(() => cut('a.ts', 'const = 2', 'a')).toThrow("can't be parsed"))

  it('is a part of the file, for all that the core declares', () => {
    const files = globSync('src/autodiff/{core,graph,check,ops}/*.ts', { ignore: '**/*.test.ts' })
    expect(files.length).toBeGreaterThan(25)
    for (const file of files) {
      const code = readFileSync(file, 'utf8')
      for (const { name } of declarationsIn(file, code).declarations) {
        const { text, first, last } = cut(file, code, name)
        const lines = code
          .split('\n')
          .slice(first - 1, last)
          .join('\n')
        expect(lines.replaceAll('/* @__PURE__ */ ', '')).toBe(text)
        expect(text).toContain(name)
      }
    }
  })
})

describe('the anchor of a note', () => {
  it('gives the line on which it begins', () => expect(lineWith(source, 'lift(this)')).toBe(11))
  it('may not be missing, or be there twice', () => {
    expect(() => lineWith(source, 'lift(that)')).toThrow('the code has no “lift(that)”')
    expect(() => lineWith(source, 'void')).toThrow('the code has “void” more than once')
  })
})
