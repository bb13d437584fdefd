import { describe, expect, test } from 'vitest'
import * as ad from '../index.ts'
import { primitives, sample, ShapeError, tensor, Tensor, type Primitive } from '../index.ts'
import * as ops from './index.ts'

type Call = (...args: unknown[]) => unknown
const table = ops as unknown as Readonly<Record<string, Call>>

/** A call as a reader makes it, some of its settings replaced. */
function call(op: Primitive, changed: Readonly<Record<string, unknown>>): unknown {
  const [point] = op.points.filter(({ shapes }) => shapes.length > 0)
  const { inputs, params } = sample({ shapes: '', ...point, least: 2 }, 3)
  const { terms = [], out } = params as { terms?: string[]; out?: string }
  const settings = {
    ...(params as Record<string, unknown>),
    subscripts: `${terms.join()}->${out ?? ''}`,
    ...changed,
  } as Record<string, unknown>
  const { settings: listed = [], takesList, gathered } = op
  const values = takesList ? [inputs] : inputs
  const given = listed.map(({ name }) => settings[name])
  const named = Object.fromEntries(listed.map(({ name }) => [name, settings[name]]))
  const leads = listed.some((setting) => setting.leads)
  const args = leads ? [...given, ...values] : [...values, ...(gathered ? [named] : given)]
  return table[op.name]?.(...args)
}

const strange = [
  'text',
  '',
  NaN,
  1.5,
  -7,
  100,
  null,
  true,
  {},
  [1.5],
  ['a'],
  [[2, 3]],
  [null],
  () => 1,
  new Map(),
  2n,
]

describe.each([...primitives].filter(([, { settings }]) => settings))('%s', (_, op) => {
  test('is called with the settings that it lists', () => expect(call(op, {})).toBeInstanceOf(Tensor))
  test.each(op.settings ?? [])(
    'takes a strange $name as what it means, or says what is wrong with it',
    ({ name }) => {
      for (const value of strange) {
        let made: unknown
        try {
          made = call(op, { [name]: value })
        } catch (error) {
          made = error
        }
        const isSaid = made instanceof ShapeError && made.message.startsWith(`${op.name}: `)
        expect(isSaid || made instanceof Tensor, `${String(value)}: ${String(made)}`).toBe(true)
      }
    },
  )
})

test.each<[string, () => unknown, string]>([
  [
    'a text',
    () => ad.reshape([1, 2], 'x' as never),
    'reshape: its shape is a list of whole numbers, such as [2, 3], not “x”',
  ],
  [
    'a fraction',
    () => ad.broadcastTo(1, [2.5]),
    'broadcastTo: its shape is a list of whole numbers, such as [2, 3], not [2.5]',
  ],
  [
    'nothing',
    () => ad.slice([1, 2], undefined as never, [1]),
    'slice: its start is a list of whole numbers, such as [2, 3], not undefined',
  ],
  [
    'an axis by name',
    () => ad.sum([1], { axis: 'rows' as never }),
    'sum: its axis is a list of whole numbers',
  ],
  [
    'no yes or no',
    () => ad.sum([1], { keepdims: 'yes' as never }),
    'sum: its keepdims is true or false, not “yes”',
  ],
  [
    'another name',
    () => ad.sum([1], { dim: 0 } as never),
    'sum: its settings is { axis, keepdims }, not “dim”',
  ],
  ['no object', () => ad.softmax([1], 0 as never), 'softmax: its settings is { axis }, not 0'],
  [
    'two axes for one',
    () => ad.concat([[1]], { axis: [0, 1] as never }),
    'concat: its axis is a whole number, not [0, 1]',
  ],
  [
    'one tensor for a list',
    () => ad.stack(tensor([1]) as never),
    'stack: it takes a list of tensors, such as [a, b]',
  ],
])('%s is refused with a sentence', (_, run, sentence) => expect(run).toThrow(sentence))

test('what is meant is taken', () => {
  expect(
    ad.reshape(
      [
        [1, 2],
        [3, 4],
      ],
      4,
    ).shape,
  ).toEqual([4])
  expect(ad.broadcastTo(1, 3).shape).toEqual([3])
  expect(ad.slice([1, 2, 3], 1, 3).toArray()).toEqual([2, 3])
  expect(ad.concat([[1], [2]], { axis: [0] as never }).toArray()).toEqual([1, 2])
  expect(ad.sum([[1, 2]], { axis: 1, keepdims: 1 as never }).toArray()).toEqual([[3]])
})
