import { Button, FunctionField, NumberField, Slider, type FigureHandle } from '@/figure'
import { names } from '@/topics/surface/model'
import { reach, surfaces } from '@/topics/surface/surfaces'
import { longest, shortest, type Scene, type State } from './model'

const symbols = { x1: 'x₁', x2: 'x₂' } as const

type Props = { of: FigureHandle<State>; scene: Scene }

export function Controls({ of: { state, set, warn }, scene: { uphill } }: Props) {
  return (
    <>
      <FunctionField
        label="y"
        names={names}
        presets={surfaces}
        source={state.f}
        onChange={(f) => set({ f })}
        onError={warn}
      />
      {(['x1', 'x2'] as const).map((name) => (
        <NumberField
          key={name}
          label={symbols[name]}
          value={state[name]}
          min={-reach}
          max={reach}
          onChange={(value) => set({ [name]: value })}
          onError={warn}
        />
      ))}
      <div className="pair-of-sliders">
        <Slider
          label="Direction of Δx in degrees"
          symbol="direction"
          value={state.turn}
          min={0}
          max={360}
          step={5}
          onChange={(turn) => set({ turn })}
          onError={warn}
        />
        <Slider
          label="Length of Δx"
          symbol="length"
          value={state.length}
          min={shortest}
          max={longest}
          step={0.05}
          onChange={(length) => set({ length })}
          onError={warn}
        />
      </div>
      <Button off={uphill === undefined} onClick={() => set({ turn: uphill ?? 0 })}>
        Along the gradient
      </Button>
      <Button off={uphill === undefined} onClick={() => set({ turn: ((uphill ?? 0) + 90) % 360 })}>
        Along the level line
      </Button>
    </>
  )
}
