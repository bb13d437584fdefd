import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { loadJudge } from '@/topics/letters/judging'
import { fromForm, namesIn, verdictOn, wrongIn, type Assignment } from './assignment'
import { pack, unpack } from './pack'
import { pileIn } from './pile'

// What is asked in one convention and answered in another.
beforeAll(async () => void (await loadJudge()))

const form = {
  question: 'Give ∂L/∂w.',
  answer: 'x.T @ dy',
  names: 'x: N×D\ndy: N x M',
  wrong: 'dy.T @ x | The right one, transposed.',
}
function asked(): Assignment {
  const found = fromForm(form, 'handout')
  if ('problems' in found) throw new Error(found.problems.join(' '))
  return found.assignment
}

test('a form becomes a question that its right answer answers', () => {
  const of = asked()
  expect(of.names).toEqual({ x: 'N×D', dy: 'N×M' })
  expect(verdictOn(of, 'xᵀ dy').kind).toBe('right')
  expect(verdictOn(of, 'dy.T @ x')).toMatchObject({
    kind: 'wrong',
    says: expect.stringContaining('The right one, transposed.') as string,
  })
  expect(verdictOn(of, 'x @').kind).toBe('unread')
})

test('a number needs no names', () => {
  const found = fromForm({ question: 'q', answer: '3^2', names: '', wrong: '6 | That is twice.' }, 'handout')
  if ('problems' in found) throw new Error(found.problems.join(' '))
  expect(verdictOn(found.assignment, '9').kind).toBe('right')
  expect(verdictOn(found.assignment, '6').says).toContain('That is twice.')
})

test('a question asked with weights in rows is judged for a reader of nn.Linear', () => {
  const of = { ...asked(), answer: 'dy @ w.T', names: { w: 'D×M', dy: 'N×M' }, wrong: [] }
  expect(verdictOn(of, 'dy @ w.T').kind).toBe('right')
  expect(verdictOn(of, 'dy @ W', 'nn.Linear').kind).toBe('right')
  expect(verdictOn(of, 'dy @ W.T', 'nn.Linear').kind).not.toBe('right')
})

test.each([
  [{ ...form, question: ' ' }, 'The question is missing'],
  [{ ...form, answer: 'x.T @' }, 'The right answer can’t be used'],
  [{ ...form, answer: 'q' }, 'The right answer can’t be used'],
  [{ ...form, wrong: 'transpose(x) @ dy | No.' }, 'equals the right one'],
  [{ ...form, wrong: 'x @' }, 'Expected wrong answers go one a line'],
  [{ ...form, wrong: 'x @ | No.' }, 'can’t be read'],
])('what is wrong with a question is said', (given, problem) => {
  const found = fromForm(given, 'handout')
  expect('problems' in found && found.problems.join(' ')).toContain(problem)
})

test('lines of names and of wrong answers', () => {
  expect(namesIn('\n')).toBeUndefined()
  expect(namesIn('t:\nb: 1 × M')).toEqual({ t: '', b: '1×M' })
  expect(wrongIn('2 | a | b\n\n')).toEqual([{ is: '2', says: 'a | b' }])
})

test('whatever is packed comes out again, in letters that a link may hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
      const packed = await pack(value)
      expect(packed).toMatch(/^[\w-]*$/)
      expect(await unpack(packed)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { seed: 1, numRuns: 40 },
  )
  for (const text of ['', '!!', 'AAAA', 'x'.repeat(20_000)]) expect(await unpack(text)).toBeUndefined()
  // A small text that would become a very large one.
  expect(await unpack(await pack('a'.repeat(50_000)))).toHaveLength(50_000)
  expect(await unpack((await pack('a'.repeat(59_990)).catch(() => '')) + 'A')).toBeUndefined()
})

test('a pile is read, and each verdict is computed anew', async () => {
  const link = async (name: string, text: string) =>
    `https://book.example/answers/#handed=${await pack({ of: asked(), name, text })}`
  const layer = encodeURIComponent('x: N×D\nw: D×M\ny = x w')
  const text = [
    await link('Ada', 'xᵀ dy'),
    'from Carl:',
    await link('Carl', 'x dy'),
    'https://book.example/answers/#handed=broken',
    `https://book.example/workbench/#workbench?v=1&layer=${layer}&of=w&lines=${encodeURIComponent('dw = xᵀ dy')}`,
    `https://book.example/workbench/#workbench?v=1&layer=${layer}&of=w&lines=${encodeURIComponent('dw = dy xᵀ')}`,
  ].join('\n')
  const { rows, bad, more } = await pileIn(text, 'file.txt')
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['Ada', 'right'],
    ['Carl', 'wrong'],
    ['file.txt', 'derived'],
    ['file.txt', 'line 1 is false'],
  ])
  expect([bad, more]).toEqual([1, false])
})
