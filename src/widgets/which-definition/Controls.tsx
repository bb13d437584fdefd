import { Button, Choice, NumberField, Slider, type FigureHandle } from '@/figure'
import { furthest, grounds, smallest, type GroundName, type Scene, type State } from './model'

const options = Object.entries(grounds).map(([value, { label }]) => ({ value: value as GroundName, label }))

/** Powers of ten; what the field shows has two digits. */
const decades = {
  to: Math.log10,
  from: (position: number) => Number((10 ** position).toPrecision(2)),
  step: 0.25,
}

type Props = { of: FigureHandle<State>; scene: Scene }

export function Controls({ of: { state, set, warn }, scene: { gradient } }: Props) {
  return (
    <>
      <Choice
        legend="Function"
        options={options}
        value={state.ground}
        onChange={(ground) => set({ ground })}
      />
      <div className="pair-of-sliders">
        <Slider
          label="Direction of h in degrees"
          symbol="direction"
          value={state.turn}
          min={0}
          max={360}
          step={5}
          onChange={(turn) => set({ turn })}
          onError={warn}
        />
        <Slider
          label="Length of h"
          symbol="length"
          value={state.size}
          min={smallest}
          max={1}
          step={0.1}
          scale={decades}
          onChange={(size) => set({ size })}
          onError={warn}
        />
      </div>
      {(['g1', 'g2'] as const).map((name, k) => (
        <NumberField
          key={name}
          label={`g${'₁₂'[k]}`}
          value={state[name]}
          min={-furthest}
          max={furthest}
          onChange={(value) => set({ [name]: value })}
          onError={warn}
        />
      ))}
      <Button
        off={gradient === undefined}
        onClick={() => gradient && set({ g1: gradient[0], g2: gradient[1] })}
      >
        Take the gradient as g
      </Button>
    </>
  )
}
