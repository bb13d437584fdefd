import { nth } from '@/autodiff'
import { evaluate, readLayer } from '@/derive'
import { pick, tried, wholes } from '../draw'
import { given, numbersText } from '../given'
import type { Item, Kind } from '../item'
import type { PracticeLayer } from '../layers'
import { rightNumber } from '../number'
import { labels, rate as words } from '../words'

const two = [0, 1] as const

function draw({ text }: PracticeLayer, of: string, next: () => number): Item | undefined {
  const inputs = Object.fromEntries(
    readLayer(text).inputs.map(({ name, shape }) => [
      name,
      wholes(
        shape.map(() => 2),
        next,
      ),
    ]),
  )
  const [i, j] = pick([[0, 1], [1, 0], [0, 0], [1, 1]] as const, next) // prettier-ignore
  const rows = two.map((k) => evaluate(text, inputs, two.map((place) => (place === k ? 1 : 0)))) // prettier-ignore
  const entry = (row: number, column: number) => nth(nth(rows, row).value(`d${of}`).data, column)
  const value = nth(nth(rows, 0).value('y').data, i)
  const others = two.flatMap((a) => two.map((b) => [a, b] as const)).filter(([a, b]) => a !== i || b !== j)
  if (entry(i, j) === 0 || value === 0) return undefined
  if (i !== j && entry(i, j) === entry(j, i)) return undefined
  return {
    asks: words.asks(i, j, of),
    given: Object.entries(inputs).map(([name, numbers]) => given(name, numbers)),
    task: rightNumber(
      entry(i, j),
      [
        ...others.map(([a, b]) => ({
          is: entry(a, b),
          says: i !== j && a === j && b === i ? words.turned(i, j, of) : words.other(a, b, of),
        })),
        { is: value, says: words.value(i) },
      ],
      words.why(i, j, of, numbersText(two.map((k) => entry(i, k)))),
    ),
  }
}

/** One entry of a Jacobian, by hand. */
export const rate: Kind = {
  name: 'rate',
  label: labels['rate'],
  teaches: 'jacobian',
  fits: ({ from }) => from === 'jacobian',
  make: (layer, of, next) => tried(20, () => draw(layer, of, next)),
}
