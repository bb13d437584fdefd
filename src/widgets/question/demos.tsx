import type { Demo } from '@/figure/demo'
import type { State } from './View'

const tried = (text: string): Partial<State> => ({ text, checked: text })
const slope = {
  label: 'The slope of x² at 2',
  answer: '2x',
  at: { x: 2 },
  wrong: [{ is: 2, says: 'That is the derivative at 1, not at 2.' }],
}
const weights = { label: '∂L/∂w', answer: 'x.T @ dy', names: { x: 'N×D', dy: 'N×M' } }
const choice = {
  label: 'Which shape has the gradient of L by x?',
  options: ['The shape of y', 'The shape of x', 'One number'],
  answer: 1,
  wrong: [{ is: 2, says: 'L is one number; how fast it moves depends on which entry of x is nudged.' }],
}

export const demos: Demo<State>[] = [
  { name: 'A number, not answered yet', props: { id: 'question-number', ...slope } },
  { name: 'A wrong number that has a name', props: { id: 'question-named', ...slope, start: tried('2') } },
  {
    name: 'A formula whose shapes clash',
    props: { id: 'question-clash', ...weights, start: tried('x @ dy') },
  },
  { name: 'A right formula', props: { id: 'question-right', ...weights, start: tried('xᵀ dy') } },
  { name: 'A choice, wrong', props: { id: 'question-choice', ...choice, start: tried('2') } },
]
