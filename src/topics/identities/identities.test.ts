import { describe, expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { check, count, derive, jacobian, type Layer, readLayer } from '@/derive'
import { groups } from '.'
import { entryOf } from './entry'
import { shapeOf } from '@/plot/jacobianShape'

const all = groups.flatMap(({ of }) => of)

it('holds more than eighty identities, each with an address of its own', () => {
  expect(all.length).toBeGreaterThan(80)
  const names = [...all, ...groups].map(({ name }) => name)
  expect(names.filter((name, k) => names.indexOf(name) < k)).toEqual([])
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([])
})

it('no two of them are the same program', () => {
  const texts = all.map(({ text }) => text.replace(/#.*/g, '').replace(/\s+/g, ' '))
  expect(all.filter((_, k) => texts.indexOf(texts[k] ?? '') < k).map(({ name }) => name)).toEqual([])
})

/** Sizes that all differ: an axis that stands in another's place changes the count. */
const sizesOf = ({ inputs }: Layer) => {
  const letters = new Set(inputs.flatMap(({ shape }) => shape.filter((dim) => typeof dim === 'string')))
  return Object.fromEntries([...letters].map((letter, k) => [letter, nth([7, 3, 5, 2, 4, 6, 8], k)]))
}

describe.each(groups.flatMap(({ of }) => of.map((one) => [one.name, one] as const)))('%s', (_, identity) => {
  const { gradients, text } = entryOf(identity)

  it.each(gradients)(
    'by $of: every line that is printed is true and reads back',
    ({ of, matrices, indices }) => {
      const printed = new Set([matrices, indices])
      const lines = derive(text, of).lines.filter(({ tex }) => printed.has(tex))
      expect(lines.length).toBeGreaterThan(0)
      const wrong = check(text, of, lines).flatMap(({ kind, says }, k) =>
        kind === 'right' ? [] : [`${lines[k]?.text}: ${says}`],
      )
      expect(wrong).toEqual([])
      expect(lines.at(-1)?.text).not.toMatch(/δ|∂/)
    },
  )

  it.each(gradients)('by $of: what it uses is said before it is used', ({ matrices, indices, where }) => {
    const right = (tex: string) => tex.slice(tex.indexOf(' = '))
    const subjects = where.map((tex) => tex.slice(0, tex.indexOf(' = ')))
    const early = [...where, matrices ?? indices].flatMap((tex, k) =>
      subjects.slice(k).filter((subject) => subject.startsWith('\\frac') && right(tex).includes(subject)),
    )
    expect(early).toEqual([])
  })

  it.each(gradients)(
    'by $of: its Jacobian has no more entries than its shape has room for',
    ({ of, jacobian: { shape, share } }) => {
      const found = jacobian(text, of)
      const sizes = sizesOf(readLayer(text))
      expect(count(found.nonzeros, sizes)).toBeLessThanOrEqual(count(found.entries, sizes))
      expect(count(found.nonzeros, sizes)).toBeGreaterThan(0)
      expect(shape).toBe(shapeOf(found))
      const [some = '', every = ''] = share === 'all' ? ['1', '1'] : share.replace('−', '-').split(' in ')
      expect(count(some, sizes) / count(every, sizes)).toBeCloseTo(
        count(found.nonzeros, sizes) / count(found.entries, sizes),
        12,
      )
    },
  )
})
