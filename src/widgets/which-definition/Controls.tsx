import { Button, Choice, NumberField, Slider, type FigureHandle } from '@/figure'
import { grounds, type GroundName, type Scene, type State } from './model'

const options = Object.entries(grounds).map(([value, { label }]) => ({ value: value as GroundName, label }))

type Props = { of: FigureHandle<State>; scene: Scene }

export function Controls({ of: { state, set, bind }, scene: { gradient } }: Props) {
  return (
    <>
      <Choice
        legend="Function"
        options={options}
        value={state.ground}
        onChange={(ground) => set({ ground })}
      />
      <div className="pair-of-sliders">
        <Slider {...bind('turn')} symbol="direction" />
        <Slider {...bind('size')} symbol="length" />
      </div>
      {(['g1', 'g2'] as const).map((name) => (
        <NumberField key={name} {...bind(name)} />
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
