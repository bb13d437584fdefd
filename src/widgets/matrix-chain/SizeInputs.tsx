import { nth } from '@/autodiff'
import { Button, Choice, NumberInput, Options, type FigureHandle } from '@/figure'
import { fitted, lengthened, most, type State } from './model'
import { letters, words } from './words'

export const presets = [
  {
    name: words.small,
    sizes: [
      [2, 3],
      [3, 4],
    ],
  },
  {
    name: words.refused,
    sizes: [
      [2, 3],
      [2, 4],
    ],
  },
  {
    name: words.oneOutput,
    sizes: [
      [1, 100],
      [100, 100],
      [100, 100],
    ],
  },
  {
    name: words.oneInput,
    sizes: [
      [100, 100],
      [100, 100],
      [100, 1],
    ],
  },
  {
    name: words.wide,
    sizes: [
      [1, 1000],
      [1000, 4000],
      [4000, 1000],
      [1000, 10],
    ],
  },
]

const lengths = ['2', '3', '4'] as const

/** How many factors, and how many rows and columns each has. */
export function SizeInputs({ of: { state, set } }: { of: FigureHandle<State> }) {
  const { sizes } = state
  const now = JSON.stringify(sizes)
  const preset = presets.findIndex((one) => JSON.stringify(one.sizes) === now)
  const fits = JSON.stringify(fitted(sizes)) === now
  const change = (k: number, axis: number, size: number) =>
    set({ sizes: sizes.map((pair, l) => (l === k ? pair.map((old, a) => (a === axis ? size : old)) : pair)) })
  return (
    <div className="picks needs-js">
      <label className="pick">
        {words.chain}
        <select
          value={preset}
          onChange={(event) => set({ sizes: presets[Number(event.target.value)]?.sizes ?? sizes })}
        >
          {preset < 0 && <option value={-1}>{words.own}</option>}
          <Options of={presets.map(({ name }, value) => ({ value, name }))} />
        </select>
      </label>
      <Choice
        legend={words.factors}
        options={lengths.map((value) => ({ value, label: value }))}
        value={lengths[sizes.length - 2] ?? '2'}
        onChange={(length) => set({ sizes: lengthened(sizes, Number(length)) })}
      />
      <div className="chain-sizes">
        {sizes.map((pair, k) => (
          <span className="chain-size" key={k}>
            <b>{letters[k]}</b>
            {(['rows', 'columns'] as const).map((axis, a) => (
              <span key={axis}>
                {a > 0 && <i aria-hidden="true">×</i>}
                <NumberInput
                  label={words.sizeOf(axis, letters[k])}
                  value={nth(pair, a)}
                  min={1}
                  max={most}
                  step={1}
                  integer
                  onChange={(size) => change(k, a, size)}
                />
              </span>
            ))}
          </span>
        ))}
        <Button off={fits} onClick={() => set({ sizes: fitted(sizes) })}>
          {words.fit}
        </Button>
      </div>
    </div>
  )
}
