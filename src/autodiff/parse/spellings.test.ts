import { describe, expect, test } from 'vitest'
import { parse } from './index.ts'
import { examples, grammar } from './spellings.examples.ts'
import { spellings } from './spellings.ts'

const names = ['x', 'y', 'x1', 'x2', 'w', 'dy', 'a', 'b', 'c']

const lines = Object.entries(spellings).flatMap(([kind, list]) =>
  Object.entries(list).map(([left, right]) => ({ kind, left, right })),
)
const given = Object.entries(examples).flatMap(([kind, list]) =>
  Object.entries(list).map(([line, pair]) => ({ kind, line, pair })),
)
/** Lines of these kinds are formulas as they stand, a function's once it has a value. */
const whole: Readonly<Record<string, (side: string) => string>> = {
  name: (side) => side,
  call: (side) => side,
  function: (side) => `${side}(x)`,
}

/** What is typed elsewhere, and what the book writes. */
function formulas({ kind, left, right }: (typeof lines)[number]): readonly [string, string] {
  const pair = given.find((example) => example.kind === kind && example.line === left)?.pair
  const side = whole[kind]
  if (!pair && !side) throw new Error(`The ${kind} “${left}” is no formula: give it an example.`)
  return pair ?? [side?.(left) ?? '', side?.(right) ?? '']
}

describe('each spelling is read as the book’s', () => {
  const all = [
    ...lines.map((line) => [line.kind, ...formulas(line)] as const),
    ...grammar.map((pair) => ['grammar', ...pair] as const),
  ]
  test.each(all)('%s: %s is %s', (_, typed, book) => {
    const { source, respelled, ast } = parse(typed, { names })
    // Signs that the book writes too stay as they are typed.
    if (respelled) expect(source).toBe(book)
    else expect(parse(book, { names }).f.length).toBe(1)
    expect(strip(ast)).toEqual(strip(parse(book, { names }).ast))
  })

  test('no example is left over', () => {
    const known = new Set(lines.map(({ kind, left }) => `${kind} ${left}`))
    expect(given.map(({ kind, line }) => `${kind} ${line}`).filter((line) => !known.has(line))).toEqual([])
  })

  test('every sign of the list stands for the book’s', () => {
    const sides: Readonly<Record<string, (sign: string) => string>> = {
      "'": (sign) => `x${sign} dy`,
      '"': (sign) => `einsum(${sign}ij->ji${sign}, x)`,
      '|': (sign) => `${sign}x${sign}`,
      '||': (sign) => `${sign}x${sign}`,
      ᵀ: (sign) => `x${sign} dy`,
      '->': (sign) => `einsum("ij${sign}ji", x)`,
      '=': (sign) => `result ${sign} x`,
    }
    for (const [book, typed] of Object.entries(spellings.sign)) {
      const within = sides[book] ?? ((sign) => `x ${sign} y`)
      for (const sign of typed)
        expect(strip(parse(within(sign), { names }).ast), sign).toEqual(
          strip(parse(within(book), { names }).ast),
        )
    }
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
