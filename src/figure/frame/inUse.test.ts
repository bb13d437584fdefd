import { expect, it } from 'vitest'
import { enter, speaks } from './inUse'

it('lets every figure speak until one is in use, and then that one alone', () => {
  expect(['a', 'b'].filter(speaks)).toEqual(['a', 'b'])
  enter('a')
  expect(['a', 'b'].filter(speaks)).toEqual(['a'])
  enter('b')
  expect(['a', 'b'].filter(speaks)).toEqual(['b'])
})
