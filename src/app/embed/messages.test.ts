import { expect, test } from 'vitest'
import { asked, meanOf, ofAll, ofWork, statesFrom } from './messages'

const state = { nudge: '#nudge?v=1&x=2' }

test('a state comes back as it went, or as JSON; what is none is none', () => {
  expect(statesFrom(state)).toEqual(state)
  expect(statesFrom(JSON.stringify(state))).toEqual(state)
  for (const none of [undefined, null, 7, [], 'x', '{', { nudge: 7 }, { a: '', b: {} }, 'a'.repeat(2e5)])
    expect(statesFrom(none)).toBeUndefined()
  expect(statesFrom({ a: 'a'.repeat(2e5) })).toBeUndefined()
})

test('an answer in SPLICE counts where it answers this question, or names none', () => {
  const answer = { subject: 'SPLICE.getState.response', state }
  expect(asked({ ...answer, message_id: 'mine' }, 'mine')).toEqual({ state })
  expect(asked(answer, 'mine')).toEqual({ state })
  expect(asked({ ...answer, message_id: 'theirs' }, 'mine')).toBeUndefined()
  expect(asked({ ...answer, state: null }, 'mine')).toEqual({ state: undefined })
})

test('our own message may bring a state, a theme, and the wish to be told', () => {
  expect(asked({ to: 'nudge', state, theme: 'dark' }, '')).toEqual({ state, theme: 'dark' })
  expect(asked({ to: 'nudge', tell: true }, '')).toEqual({ tell: true })
  expect(asked({ to: 'nudge', theme: 7, state: [] }, '')).toEqual({})
  for (const other of [undefined, null, 'to', { to: 'all' }, { subject: 'lti.close' }, { subject: null }])
    expect(asked(other, '')).toBeUndefined()
})

test('where nothing is asked there is no score, and no mark of 0', () => {
  const told = { id: 'nudge', height: 400, state }
  expect(ofWork(told, 'a', 'b')).not.toHaveProperty('score')
  expect(ofWork({ ...told, score: 0 }, 'a', 'b')).toMatchObject({
    subject: 'SPLICE.reportScoreAndState',
    message_id: 'a',
    activity_id: 'b',
    score: 0,
    state,
  })
  expect(ofAll({ ...told, score: 0.5 })).toEqual({ from: 'nudge', ...told, score: 0.5 })
})

test('the score of an exercise is the mean over its questions', () => {
  expect(meanOf([])).toBeUndefined()
  expect(meanOf([1, 0, 0.5])).toBe(0.5)
})
