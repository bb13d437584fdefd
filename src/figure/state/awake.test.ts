import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { stateOf, wake, watch } from './awake'

const figure = (state: object) => createStore(() => ({ state, notice: '' }))

test('a figure that sleeps has no state', () => {
  expect(stateOf('nobody')).toBeUndefined()
})

test('a reader that is there first hears of a figure that wakes, changes and goes', () => {
  const listener = vi.fn<() => void>()
  const end = watch('late', listener)
  const store = figure({ x: 1 })
  const sleep = wake('late', store)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(stateOf('late')).toEqual({ x: 1 })
  store.setState({ state: { x: 2 } })
  expect(listener).toHaveBeenCalledTimes(2)
  expect(stateOf('late')).toEqual({ x: 2 })
  sleep()
  expect(listener).toHaveBeenCalledTimes(3)
  expect(stateOf('late')).toBeUndefined()
  store.setState({ state: { x: 3 } })
  expect(listener).toHaveBeenCalledTimes(3)
  end()
})

test('a reader that comes later hears of changes, until it ends', () => {
  const store = figure({ x: 1 })
  const sleep = wake('early', store)
  const listener = vi.fn<() => void>()
  const end = watch('early', listener)
  store.setState({ state: { x: 2 } })
  expect(listener).toHaveBeenCalledTimes(1)
  end()
  store.setState({ state: { x: 3 } })
  sleep()
  expect(listener).toHaveBeenCalledTimes(1)
})

test('a figure that starts anew under its id is the one that is read', () => {
  const [before, after] = [figure({ x: 1 }), figure({ x: 10 })]
  const listener = vi.fn<() => void>()
  const end = watch('anew', listener)
  const sleepBefore = wake('anew', before)
  const sleep = wake('anew', after)
  sleepBefore()
  listener.mockClear()
  before.setState({ state: { x: 2 } })
  expect(listener).not.toHaveBeenCalled()
  after.setState({ state: { x: 11 } })
  expect(listener).toHaveBeenCalledTimes(1)
  expect(stateOf('anew')).toEqual({ x: 11 })
  end()
  sleep()
})
