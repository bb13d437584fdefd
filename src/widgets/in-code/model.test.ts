import { describe, expect, it } from 'vitest'
import { handout, type Layer, type LossName } from '@/topics/linear-layer/model'
import { layerOf, model, type Language, type State } from './model'
import { float } from './python'
import { code, toText } from './tokens'

const losses: LossName[] = ['weighted', 'squared', 'softmax']
const languages: Language[] = ['numpy', 'torch', 'jax', 'typescript']
const programOf = (of: Layer, language: Language) => toText(model(of, language).program)

describe('the text of a program', () => {
  it.each(languages)('in %s is as it was at the handout’s numbers, for each loss', (language) => {
    expect(losses.map((loss) => programOf({ ...handout, loss }, language)).join('\n——\n')).toMatchSnapshot()
  })
  it('holds every digit of a number, as a float of Python', () => {
    expect([1, -0, 0.1 + 0.2, 1e-7, -1e6, 1e21].map(float)).toEqual([
      '1.0',
      '0.0',
      '0.30000000000000004',
      '1e-7',
      '-1000000.0',
      '1e+21',
    ])
  })
})

describe('the tokens of a program', () => {
  it('mark the symbols of the layer and leave all other names alone', () => {
    const marked = code('dx_too = jax.vjp(x, dy) @ w.T - np.exp(L)').filter(({ sym }) => sym)
    expect(marked.map(({ sym, role }) => [sym, role])).toEqual([
      ['x', 'x'],
      ['dy', 'y'],
      ['w', 'w'],
      ['L', 'L'],
    ])
  })
  it('mark each number as the entry that it is', () => {
    const tokens = model(handout, 'numpy').program.flatMap((line) => line.tokens)
    expect(tokens.find(({ sym }) => sym === 'w.2.3')).toEqual({ text: '1.5', sym: 'w.2.3', role: 'w' })
    expect(tokens.find(({ sym }) => sym === 'dy.1.2')?.text).toBe('-1.0')
    expect(tokens.find(({ sym }) => sym === 'dx.1.2')?.text).toBe('1.95')
  })
  it('say of each statement what it assigns', () => {
    const { program } = model(handout, 'typescript')
    expect(program.flatMap(({ sym, formula }) => (formula ? [[formula, sym]] : []))).toEqual([
      ['x', 'x'],
      ['w', 'w'],
      ['c', 'dy'],
      ['y', 'y'],
      ['L weighted', 'L'],
      ['dy weighted', 'dy'],
      ['dx', 'dx'],
      ['dw', 'dw'],
      ['pull', 'dy'],
    ])
  })
})

describe('whose numbers', () => {
  const state: State = { ...handout, x: [[9, 9]], language: 'numpy', own: 'no' }
  const other: Layer = { ...handout, x: [[5, 6]] }
  it('follows another figure, and the handout while that one sleeps', () => {
    expect(layerOf(state, other)).toEqual(other)
    expect(layerOf(state, undefined)).toEqual(handout)
  })
  it('takes of the other figure what makes a layer, and nothing else of its state', () => {
    expect(layerOf(state, { ...other, step: 4 } as Layer)).toEqual(other)
  })
  it('keeps its own once they are the reader’s', () => {
    expect(layerOf({ ...state, own: 'yes' }, other).x).toEqual([[9, 9]])
  })
})
