import { beforeEach, expect, test, vi } from 'vitest'

const kept = new Map<string, string>()
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
}

/** The module as a page that has just been opened has it. */
async function visit() {
  vi.resetModules()
  vi.stubGlobal('localStorage', storage)
  return import('./arrival')
}
beforeEach(() => kept.clear())

test('a link that was drawn leaves nothing behind', async () => {
  const { arrive, depart } = await visit()
  expect(depart('a', '#a?v=1')).toBeUndefined()
  expect(kept.size).toBe(1)
  arrive('a')
  expect(kept.size).toBe(0)
})

test('a link that the page died of is left out once, and others are not', async () => {
  const first = await visit()
  first.depart('a', '#a?v=1&x=1')
  first.depart('b', '#b?v=1')
  first.arrive('b')
  const second = await visit()
  expect(second.depart('b', '#b?v=1')).toBeUndefined()
  expect(second.depart('a', '#a?v=1&x=2')).toBeUndefined()
  second.arrive('a')
  const third = await visit()
  third.depart('a', '#a?v=1&x=1')
  const fourth = await visit()
  expect(fourth.depart('a', '#a?v=1&x=1')).toMatch(/^stopped the page/)
  expect(fourth.depart('a', '#a?v=1&x=1')).toBeUndefined()
})

test('a link that broke its figure is left out on that page, and what breaks later is no link’s fault', async () => {
  const { arrive, begin, brokeAtStart, depart } = await visit()
  depart('a', '#a?v=1')
  expect(brokeAtStart('a', 'no')).toBe(true)
  expect(arrive('a')).toBe(false)
  begin('a')
  expect(depart('a', '#a?v=1')).toBe('stopped this figure: no.')
  depart('a', '#a?v=1&x=2')
  arrive('a')
  expect(brokeAtStart('a', 'no')).toBe(false)
})

test.each(['nonsense', 'null', '3', '[1]'])('what else stands in storage does no harm: %s', async (text) => {
  kept.set('nudge-starting', text)
  const { depart } = await visit()
  expect(depart('a', '#a?v=1')).toBeUndefined()
})
