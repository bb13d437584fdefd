import { beforeAll, describe, expect, it } from 'vitest'
import { loadJudge } from '@/topics/letters/judging'
import { judge, type Task } from './model'

const says = (text: string, task: Task) => judge(text, task).says
const kind = (text: string, task: Task) => judge(text, task).kind

beforeAll(loadJudge)

describe('a number', () => {
  const slope: Task = {
    answer: '2x',
    at: { x: 2 },
    wrong: [{ is: '2', says: 'That is the derivative at 1, not at 2.' }],
  }

  it('is right as typed, as arithmetic, and within the tolerance', () => {
    for (const text of ['4', '4.0', ' 4,0 ', '2*2', '8/2', '4.01', '2^2'])
      expect(kind(text, slope), text).toBe('right')
    expect(says('4.01', slope)).toBe('Right: 4.')
    expect(kind('4.1', slope)).toBe('wrong')
    expect(kind('4.01', { ...slope, tolerance: 0 })).toBe('wrong')
  })

  it('gets the author’s sentence where it is a wrong answer that the author named', () => {
    expect(says('2', slope)).toBe('That is the derivative at 1, not at 2.')
  })

  it('hears what kind of wrong it is', () => {
    const seven: Task = { answer: 7 }
    expect(says('-7', seven)).toMatch(/sign/)
    expect(says('14', seven)).toBe('Too large by a factor of 2.')
    expect(says('0.07', seven)).toBe('Too small by a factor of 100.')
    expect(says('1/7', seven)).toMatch(/inverse/)
    expect(says('8', seven)).toBe('Off by one.')
    expect(says('7.1', seven)).toMatch(/^Near, and wrong/)
    expect(says('21', seven)).toBe('Too large by a factor of 3.')
    expect(says('0.08', { answer: 0.005 })).toBe('Too large by a factor of 16.')
    expect(says('2.5', { answer: '0.1*sqrt(3^2 + 4^2)' })).toBe('Too large by a factor of 5.')
    for (const text of ['0.119', '.121', '0.1190'])
      expect(says(text, { answer: 0.12, tolerance: 0.001 }), text).toMatch(/^Near, and wrong/)
    expect(says('0.14', { answer: '1/7' })).toMatch(/Give one or two digits more/)
    expect(says('-0.4', { answer: 0.4, wrong: [{ is: -0.4, says: 'The first term alone.' }] })).toBe(
      'The first term alone. Or else: The size is right, the sign is not.',
    )
    expect(says('0', seven)).toMatch(/not zero/)
    expect(says('5.5', seven)).toMatch(/^Too small/)
    expect(says('-5.5', seven)).toMatch(/sign and the size/)
    expect(says('-14', seven)).toMatch(/sign.*factor of 2/)
  })

  it('is a count where the answer is one: its thousands may be grouped, as the book groups them', () => {
    const weights: Task = { answer: '4096 * 4096', tolerance: 0 }
    for (const text of ['16,777,216', '16777216', '2^24', ' 16 777 216 '])
      expect(kind(text, weights)).toBe('right')
    expect(says('16,777,215', weights)).toBe('Off by one.')
    expect(kind('4,0', { answer: 4 })).toBe('right')
  })

  it('that can’t be read gets a sentence, and never a throw', () => {
    for (const text of ['', 'abc', '1/0', '3 +', 'ln(-1)', '[1,2]', '1e999']) {
      expect(kind(text, slope), text).toBe('unread')
      expect(says(text, slope), text).toMatch(/\w+.*\.$/)
      expect(says(text, slope), text).not.toMatch(/NaN|Infinity|undefined/)
    }
  })
})

describe('a formula', () => {
  const dw: Task = { answer: 'x.T @ dy', names: { x: 'N×D', w: 'D×M', dy: 'N×M' } }
  const db: Task = { answer: 'sum(dy, axis=0, keepdims=true)', names: { b: '1×M', dy: 'N×M' } }
  const power: Task = {
    answer: '3x^2',
    names: { x: '' },
    wrong: [{ is: 'x^2', says: 'The 3 comes down as a factor.' }],
  }

  it('is right when it has the same values and shape, however it is written', () => {
    for (const text of ['xᵀ dy', 'transpose(x) @ dy', '(dy.T @ x).T', 'N * x.T @ dy / N'])
      expect(kind(text, dw), text).toBe('right')
    for (const text of ['3x^2', '3*x*x', 'x^2 + 2x²']) expect(kind(text, power), text).toBe('right')
  })

  it('gets the author’s sentence where it equals a wrong answer that the author named', () => {
    expect(says('x*x', power)).toBe('The 3 comes down as a factor.')
  })

  it('hears what kind of wrong it is', () => {
    expect(says('dy.T @ x', dw)).toMatch(/transpose of the answer/)
    expect(says('-(x.T @ dy)', dw)).toMatch(/sign/)
    expect(says('2 x.T @ dy', dw)).toMatch(/everywhere 2 times/)
    expect(says('x.T @ dy / 5', dw)).toMatch(/0\.2 times/)
    expect(says('mean(dy, axis=0)', db)).toMatch(/1\/N times/)
    expect(says('dy', db)).toMatch(/sum over the axis of length N is missing/)
    expect(says('sum(dy)', db)).toMatch(/Too much is added up/)
    expect(says('w.T @ dy', dw)).toMatch(/clash.*M × D meets N × M.*w where x belongs/)
    expect(says('x @ dy', dw)).toMatch(/clash in “x @ dy”: N × D meets N × M.*which way x stands/)
    expect(says('dy @ x.T', dw)).toMatch(/clash.*order is not/)
    expect(says('x.T * dy', dw)).toMatch(/clash.*matrix product is @/)
    expect(says('dy @ w.T', dw)).toMatch(/N × D; the answer is D × M/)
    expect(says('x.T @ dy + w', dw)).toMatch(/shape is right/)
    expect(says('x^3', power)).toMatch(/^At x = .* it gives .*, and should give /)
  })

  it('that another convention would take, is told so by name', () => {
    const dx: Task = { answer: 'dy @ w.T', names: { x: 'N×D', w: 'D×M', dy: 'N×M' } }
    expect(says('dy @ W', dx)).toMatch(
      /^That is right for nn\.Linear, y = xWᵀ.*Here an example is a row and the weights are D × M/,
    )
    expect(says('W.T @ dy', dx)).toMatch(/^That is right for columns/)
    expect(says('dy @ W.T', dx)).not.toMatch(/That is right/)
  })

  it('is asked in other letters, and judged in them', () => {
    const dx: Task = { answer: 'dy @ w.T', names: { x: 'N×D', w: 'D×M', dy: 'N×M' } }
    const to = (letters: 'nn.Linear' | 'columns', text: string) =>
      judge(text, dx, '∂L/∂x =', { from: 'handout', to: letters })
    expect(to('nn.Linear', 'dy @ W').kind).toBe('right')
    expect(to('columns', 'W.T @ dy').kind).toBe('right')
    expect(to('columns', 'dy @ W').says).toMatch(/^That is right for nn\.Linear/)
    expect(to('nn.Linear', 'dy @ w.T').says).toMatch(/^That is right for the handout/)
    expect(to('nn.Linear', 'dy.T @ W').kind).toBe('wrong')
  })

  it('finds two factors in the wrong order where both orders have the right shape', () => {
    const square: Task = { answer: 'A @ B', names: { A: 'N×N', B: 'N×N' } }
    expect(says('B A', square)).toMatch(/order/)
  })

  it('may need positive numbers', () => {
    const log: Task = { answer: '1/x', names: { x: '' } }
    expect(kind('x^(-1)', log)).toBe('right')
    expect(kind('log(x)', { answer: 'ln(x)', names: { x: '' } })).toBe('right')
    expect(says('log(-x)', { answer: 'ln(x)', names: { x: '' } })).toMatch(/has no value/)
  })

  it('that can’t be read says where, and which names there are', () => {
    expect(judge('x @', dw)).toMatchObject({ kind: 'unread', says: expect.stringContaining('Expected') })
    expect(says('z', dw)).toMatch(/The names here are x, w and dy\./)
    expect(kind('x^T dy', dw)).toBe('right')
  })
})

describe('a right answer in other people’s words', () => {
  const dw: Task = { answer: 'x.T @ dy', names: { x: 'N×D', w: 'D×M', dy: 'N×M' } }
  const scale: Task = {
    answer: 'sum(dy * x, axis=0, keepdims=true)',
    names: { x: 'N×D', g: '1×D', dy: 'N×D' },
  }
  const db: Task = { answer: 'sum(dy, axis=0, keepdims=true)', names: { b: '1×M', dy: 'N×M' } }
  it.each([
    ['np.dot(x.T, dy)', dw, 'x.T @ dy'],
    ['x.T.dot(dy)', dw, 'x.T @ dy'],
    ['torch.mm(x.t(), dy)', dw, 'x.T @ dy'],
    ['x.transpose(0,1) @ dy', dw, 'x.T @ dy'],
    ["np.einsum('nd,nm->dm', x, dy)", dw, 'x.T @ dy'],
    ["torch.einsum('nd,nm->dm', x, dy)", dw, 'x.T @ dy'],
    ['x^T dy', dw, 'x.T dy'],
    ['X^\\top dY', dw, 'x.T dy'],
    ['xᵀ · ∂L/∂y', dw, 'x.T dy'],
    ['dw = x.T @ dy', dw, undefined],
    ['dL/dw = x.T @ dout', dw, 'x.T @ dy'],
    ['x.T @ grad_output', dw, 'x.T @ dy'],
    ['x.T @ dL/dy', dw, 'x.T @ dy'],
    ['dy.sum(0)', db, 'sum(dy, axis=0)'],
    ['sum(dy, 0)', db, undefined],
    ['dy.sum(0, keepdim=True)', db, 'sum(dy, axis=0, keepdims=true)'],
    ['1ᵀ dy', db, 'sum(dy, axis=0, keepdims=true)'],
    ['(dy*x).sum(0)', scale, 'sum(dy * x, axis=0)'],
    ["einsum('nd,nd->d', x, dy)", scale, 'sum(x * dy, axis=0)'],
  ])('%s', (text, task, book) => {
    expect(judge(text, task, '∂L/∂w =')).toMatchObject({
      kind: 'right',
      ...(book !== undefined && { read: book }),
    })
  })

  it('that is given for another gradient is not judged', () => {
    expect(judge('dx = x.T @ dy', dw, '∂L/∂w =')).toMatchObject({
      kind: 'unread',
      says: 'This is given as dx, and asked is ∂L/∂w.',
    })
  })

  it('that is wrong hears what is true of it', () => {
    expect(says('x.T @ dy / N', dw)).toMatch(/1\/N times/)
    expect(says('x.T @ dy * 1.0000001', dw)).toMatch(/1\.0000001 times/)
    expect(says('sum(x*dy, axis=1)', scale)).toBe(
      'That is right where an example is a column. Here it is a row. The sum runs over the wrong axis.',
    )
    expect(says('sum(dy[0:3, :], axis=0)', db)).toBe('It is right up to N = 3, and N can be any number.')
    expect(says('dy[0]+dy[1]+dy[2]', db)).toBe('It is right for N = 3 alone, and N can be any number.')
    expect(says('outer(x, dy)', dw)).toMatch(/outer takes two vectors/)
    expect(says('0', { answer: 'dy - mean(dy, axis=0, keepdims=true)', names: { dy: 'N×D' } })).toMatch(
      /zero/,
    )
  })

  it('with a space between equal shapes is told of *, as a button', () => {
    const square: Task = { answer: '2 * x * dy', names: { x: 'N×M', dy: 'N×M' } }
    expect(judge('dy * 2x', square).kind).toBe('right')
    for (const text of ['2x dy', '2·x·dy'])
      expect(judge(text, square)).toMatchObject({
        says: expect.stringMatching(/is the matrix product\. Entry by entry is \*/),
        suggestions: [expect.stringMatching(/2x \* dy|\(2 · x\) \* dy|2x \* dy/)],
      })
  })
})

describe('a choice', () => {
  const task: Task = { options: ['a', 'b', 'c'], answer: 1, wrong: [{ is: 0, says: 'Not a.' }] }
  it('is right, wrong with the author’s sentence, or wrong with a plain one', () => {
    expect(judge('1', task)).toEqual({ kind: 'right', says: 'Right.' })
    expect(says('0', task)).toBe('Not a.')
    expect(says('2', task)).toBe('It is not this one.')
    expect(kind('7', task)).toBe('unread')
  })
})
