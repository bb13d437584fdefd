import { expect, test } from 'vitest'
import { parse, ParseError, tensor } from '../index.ts'

function refusal(text: string): ParseError {
  try {
    parse(text, { names: ['x'] })
  } catch (error) {
    if (error instanceof ParseError) return error
    throw error
  }
  throw new Error(`${text} was read`)
}

test.each(['(x>0) and (x<1)', 'x>0 and x<1', 'x>0 or x<1', 'not x', '1 if x>0 else 2', 'if(x>0, 1, 2)'])(
  '%s: how conditions are joined is said, and no op is guessed',
  (text) => {
    expect(refusal(text).message).toContain('(x > 0) * (x < 1)')
    expect(refusal(text).message).toContain('where(condition, a, b)')
    expect(refusal(text).suggestions).toEqual([])
  },
)

test.each(['x.sum(axis=(0,))', 'x.sum(0,)', 'sum(x, axis=(0,),)'])(
  '%s: a last comma says nothing',
  (text) => {
    expect(
      parse(text, { names: ['x'] })
        .f({ x: tensor([[1], [2]]) })
        .toArray(),
    ).toEqual([3])
  },
)

test.each(['[1,,2]', 'sum(,x)', 'sum(x,,)'])('%s: a comma after nothing is an error', (text) => {
  expect(refusal(text).message).toContain('Expected')
})
