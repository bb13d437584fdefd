import { Button, Choice, FunctionField, Slider, Sweep, type FigureHandle } from '@/figure'
import { subscript } from '@/plot/format'
import { bit, nextUnseen, presets, problem, resize, type State } from './model'
import { words } from './words'

export function Controls({ of: { state, set, bind } }: { of: FigureHandle<State> }) {
  const { n, x, at, seen, reverse } = state
  const nudge = (i: number) => set({ at: i, seen: seen | (1 << i) })
  const next = nextUnseen(state)
  const directions = Array.from({ length: n }, (_, i) => ({
    value: String(i),
    label: `e${subscript(i + 1)}${bit(seen, i) ? ' ✓' : ''}`,
  }))
  return (
    <>
      <Choice
        legend={words.along}
        options={directions}
        value={String(at)}
        onChange={(i) => nudge(Number(i))}
      />
      <Button className="primary" off={next === undefined} onClick={() => next !== undefined && nudge(next)}>
        {words.next}
      </Button>
      <Button off={reverse === 'yes'} onClick={() => set({ reverse: 'yes' })}>
        {words.reverse}
      </Button>
      <button type="button" onClick={() => set({ seen: 0, reverse: 'no' })}>
        {words.forget}
      </button>
      <FunctionField
        label="y"
        names={['x']}
        presets={presets}
        source={state.f}
        check={(f) => problem({ f, x })}
        onChange={(f) => set({ f })}
      />
      <div className="pair-of-sliders">
        <Slider
          {...bind('n')}
          symbol={
            <>
              {words.inputs}
              <i>N</i>
            </>
          }
          onChange={(count) => set(resize(state, count))}
        />
        <Slider {...bind('h')} symbol={words.nudge} />
      </div>
      <Sweep of={bind('h')} />
    </>
  )
}
