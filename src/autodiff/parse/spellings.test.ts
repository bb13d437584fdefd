import { describe, expect, test } from 'vitest'
import { parse } from './index.ts'
import { spellings, type Spelling } from './spellings.ts'

const names = ['x', 'y', 'x1', 'x2', 'w', 'dy', 'a', 'b', 'c']

/** What is typed elsewhere, and what the book writes. */
function formulas({ kind, typed, book, such }: Spelling): readonly [string, string] {
  if (such) return such
  return kind === 'function' ? [`${typed}(x)`, `${book}(x)`] : [typed, book]
}

describe('each spelling is read as the book’s', () => {
  test.each(spellings.map((entry) => [entry.kind, ...formulas(entry)] as const))(
    '%s: %s is %s',
    (_, typed, book) => {
      const { source, respelled, ast } = parse(typed, { names })
      // Signs that the book writes too stay as they are typed.
      if (respelled) expect(source).toBe(book)
      else expect(parse(book, { names }).f.length).toBe(1)
      expect(strip(ast)).toEqual(strip(parse(book, { names }).ast))
    },
  )

  test('every sign of the list stands for the book’s', () => {
    const sides: Readonly<Record<string, (sign: string) => string>> = {
      "'": (sign) => `x${sign} dy`,
      '"': (sign) => `einsum(${sign}ij->ji${sign}, x)`,
      '|': (sign) => `${sign}x${sign}`,
      ᵀ: (sign) => `x${sign} dy`,
      '->': (sign) => `einsum("ij${sign}ji", x)`,
      '=': (sign) => `y ${sign} x`,
    }
    for (const { kind, typed, book } of spellings) {
      if (kind !== 'sign') continue
      const within = sides[book] ?? ((sign) => `x ${sign} y`)
      for (const sign of typed)
        expect(strip(parse(within(sign), { names }).ast), sign).toEqual(
          strip(parse(within(book), { names }).ast),
        )
    }
  })

  test('no line stands twice', () => {
    const lines = spellings.map(({ kind, typed }) => `${kind} ${typed}`)
    expect(lines.filter((line, k) => lines.indexOf(line) < k)).toEqual([])
  })
})

/** A tree without places and digits: what it means. */
function strip(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(strip)
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'text')
  return Object.fromEntries(kept.map(([key, inside]) => [key, strip(inside)]))
}
