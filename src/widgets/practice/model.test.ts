import { describe, expect, it } from 'vitest'
import { askNamed } from '@/topics/practice/ask'
import { apart, setLength } from '@/topics/practice/sequence'
import { empty, remember } from '@/topics/practice/spacing'
import { another, following, model, readAgain, type State } from './model'
import { sentence } from './words'

const start: State = { seed: 1, at: 0, again: '', text: '', checked: '' }
const today = 20_000

describe('practice', () => {
  it('begins with the first item of a set, unanswered, and a seed and a place give the same one always', () => {
    const scene = model(start)
    expect(scene.verdict).toBeUndefined()
    expect(sentence(start, scene, false)).toMatch(/^Item 1 of 20\. \S/)
    expect(model({ ...start, at: 3 }).key).toBe(model({ ...start, at: 3, checked: '0' }).key)
    expect(model({ ...start, at: 3 }).key).not.toBe(model({ ...start, seed: 2, at: 3 }).key)
  })

  it('says of a wrong answer what is wrong with it, and of the right one why', () => {
    const state: State = { ...start, again: 'transposed.nn-linear.W.3' }
    const { task } = model(state).item
    if (!('options' in task)) throw new Error('Options were expected.')
    for (const { is, says } of task.wrong)
      expect(model({ ...state, checked: String(is) }).verdict).toEqual({ kind: 'wrong', says })
    const right = model({ ...state, checked: String(task.answer) }).verdict
    expect(right).toEqual({ kind: 'right', says: `Right. ${task.why}` })
  })

  it('goes through a set and on to the next one, no two neighbours alike', () => {
    let state = start
    for (let k = 0; k < setLength; k++) {
      const next = following(state, empty, today)
      expect(apart(model(state).ask, model(next).ask)).toBe(true)
      state = next
    }
    expect(state.seed).toBe(2)
    expect(another({ ...start, at: 7 })).toMatchObject({ seed: 2, at: 0, again: '' })
  })

  it('brings back what was missed, with other numbers, apart from its neighbours', () => {
    let memory = remember(empty, 'bytes.columns.W', false, today)
    let state = start
    const seen: string[] = []
    for (let k = 0; k < 8; k++) {
      const next = following(state, memory, today)
      expect(apart(model(state).ask, model(next).ask)).toBe(true)
      seen.push(next.again)
      const asked = model(next)
      memory = remember(memory, asked.key.replace(/\.\d+$/, ''), true, today)
      state = next
    }
    expect(seen.slice(0, 2)).toEqual(['', ''])
    expect(seen.filter((again) => again.startsWith('bytes.columns.W.')).length).toBe(1)
    expect(memory.hard).toMatchObject({ 'bytes.columns.W': { step: 1, day: today + 1 } })
  })

  it('takes a whole gradient as a matrix, and says of the usual mistakes what they are', () => {
    const state: State = { ...start, again: 'whole.nn-linear.W.3' }
    const { task } = model(state).item
    if (!('names' in task)) throw new Error('A matrix was expected.')
    const verdict = (checked: string) => model({ ...state, checked }).verdict
    expect(verdict(task.answer)).toMatchObject({ kind: 'right', says: `Right. ${task.why}` })
    for (const { is, says } of task.wrong) expect(verdict(is)).toMatchObject({ kind: 'wrong', says })
    expect(verdict(`transpose(${task.answer})`)?.says).toMatch(
      /transpose of the answer|has to lie|wrong order/,
    )
  })

  it('knows what a link asks for again, and what is nothing', () => {
    expect(readAgain('bytes.columns.W.12')).toEqual({ ask: askNamed('bytes.columns.W'), draw: 12 })
    for (const text of ['', 'bytes', 'bytes.columns.W', 'bytes.nothing.W.1', 'bytes.columns.W.1e3'])
      expect(readAgain(text), text).toBeUndefined()
  })
})
