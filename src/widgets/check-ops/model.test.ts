import { describe, expect, it, test } from 'vitest'
import { damages } from './damage'
import { far, names, opOf, report, summary } from './model'
import { allOps, sentence } from './words'

const breaks = damages.filter((damage) => damage !== 'none')

describe('the check over every op', () => {
  it('holds for every op of the book, to second order, and says so', () => {
    const all = new Map(names.map((name) => [name, report(name, 'none', 2)]))
    const found = summary(all)
    expect(found).toMatchObject({ checked: names.length, failed: [] })
    expect(found.worst).toBeLessThanOrEqual(1)
    expect(found.comparisons).toBeGreaterThan(10 * names.length)
    expect(allOps(found, names.length)).toMatch(new RegExp(`^All ${names.length} ops, .* all hold`))
    for (const each of all.values()) expect(sentence(each, 'none')).toContain('comparisons hold')
  })

  test.each(breaks)(
    'with a %s broken, it finds every rule that gives other numbers, and no other',
    (damage) => {
      const all = names.map((name) => report(name, damage))
      expect(all.filter(({ ok, changed }) => ok === changed).map(({ name }) => name)).toEqual([])
      // Each break can be done to some ops, and some have nothing to break.
      expect(all.some(({ changed }) => changed)).toBe(true)
      expect(all.some(({ changed }) => !changed)).toBe(true)
      for (const each of all)
        expect(sentence(each, damage)).toMatch(each.changed ? /The check finds it/ : /^Nothing to break/)
    },
  )

  it('says what is found where: a broken reverse rule leaves the forward lines right', () => {
    for (const name of ['matmul', 'tanh', 'sum']) {
      const { lines } = report(name, 'factor')
      for (const line of lines)
        expect(line.ok, `${name} ${line.modes}`).toBe(!/reverse|transpose/.test(line.modes))
      for (const line of lines) expect(far(line) <= 1).toBe(line.ok)
    }
  })

  it('what it says has no sum to lose has none, and the other way round', () => {
    for (const name of ['tanh', 'transpose', 'reshape', 'abs'])
      expect(report(name, 'sum').changed, name).toBe(false)
    for (const name of ['broadcastTo', 'softmax', 'matmul', 'add', 'cumsum'])
      expect(report(name, 'sum').changed, name).toBe(true)
    for (const name of ['tanh', 'softmax', 'exp']) expect(report(name, 'transpose').changed, name).toBe(false)
    for (const name of ['matmul', 'cumsum']) expect(report(name, 'transpose').changed, name).toBe(true)
  })

  it('tells a name that is no op', () => expect(() => opOf('no')).toThrow('there is no op no'))
})
