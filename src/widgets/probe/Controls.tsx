import { Button, Choice, FunctionField, Slider, type FigureHandle } from '@/figure'
import { subscript } from '@/plot/format'
import { bit, fewest, most, nextUnseen, presets, problem, resize, type State } from './model'

export function Controls({ of: { state, set, warn } }: { of: FigureHandle<State> }) {
  const { n, x, at, seen, h, reverse } = state
  const nudge = (i: number) => set({ at: i, seen: seen | (1 << i) })
  const next = nextUnseen(state)
  const directions = Array.from({ length: n }, (_, i) => ({
    value: String(i),
    label: `e${subscript(i + 1)}${bit(seen, i) ? ' ✓' : ''}`,
  }))
  return (
    <>
      <Choice
        legend="Nudge along"
        options={directions}
        value={String(at)}
        onChange={(i) => nudge(Number(i))}
      />
      <Button className="primary" off={next === undefined} onClick={() => next !== undefined && nudge(next)}>
        Next direction
      </Button>
      <Button off={reverse === 'yes'} onClick={() => set({ reverse: 'yes' })}>
        One reverse pass
      </Button>
      <button type="button" onClick={() => set({ seen: 0, reverse: 'no' })}>
        Forget all
      </button>
      <FunctionField
        label="y"
        names={['x']}
        presets={presets}
        source={state.f}
        check={(f) => problem({ f, x })}
        onChange={(f) => set({ f })}
        onError={warn}
      />
      <div className="pair-of-sliders">
        <Slider
          label="Number of inputs N"
          symbol={
            <>
              inputs <i>N</i>
            </>
          }
          value={n}
          min={fewest}
          max={most}
          step={1}
          integer
          onChange={(count) => set(resize(state, count))}
          onError={warn}
        />
        <Slider
          label="Size of the nudge"
          symbol="nudge"
          value={h}
          min={0.001}
          max={1}
          step={0.01}
          onChange={(size) => set({ h: size })}
          onError={warn}
        />
      </div>
    </>
  )
}
