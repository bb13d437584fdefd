import { describe, expect, it } from 'vitest'
import { measure } from '@/prose/prediction'
import { verdictOn } from './verdict'

const square = measure({ of: 'x^2', at: { x: 2 }, nudge: { x: 0.5 } })

describe('the verdict on a predicted number', () => {
  it('knows the true change and the linear one', () => {
    expect(verdictOn(2.25, square)).toBe('As you predicted.')
    expect(verdictOn(2, square)).toMatch(/linear prediction.*remainder, 0.25\./)
  })

  it('names what else was given instead', () => {
    expect(verdictOn(6.25, square)).toMatch(/new value/)
    expect(verdictOn(4, square)).toMatch(/the slope/)
    expect(verdictOn(-2, square)).toMatch(/direction/)
  })

  it('says by how much anything else is off', () => {
    expect(verdictOn(2.4, square)).toBe('Close: off by 0.15.')
    expect(verdictOn(9.3, square)).toBe('Off by 7.1. Here is why.')
    expect(verdictOn(9, square)).toBe('Too large by a factor of 4.')
  })

  it('knows a value that is asked for without a nudge', () => {
    const seven = measure({ of: 'n + 4', at: { n: 3 } })
    expect(verdictOn(7, seven)).toBe('As you predicted.')
    expect(verdictOn(-7, seven)).toMatch(/sign/)
  })
})
