import { Button, Choice, NumberField, Slider, type FigureHandle } from '@/figure'
import { grounds, type GroundName, type Scene, type State } from './model'
import { words } from './words'

const options = Object.entries(grounds).map(([value, { label }]) => ({ value: value as GroundName, label }))

type Props = { of: FigureHandle<State>; scene: Scene }

export function Controls({ of: { state, set, bind }, scene: { gradient } }: Props) {
  return (
    <>
      <Choice
        legend={words.function}
        options={options}
        value={state.ground}
        onChange={(ground) => set({ ground })}
      />
      <div className="pair-of-sliders">
        <Slider {...bind('turn')} symbol={words.direction} />
        <Slider {...bind('size')} symbol={words.length} />
      </div>
      {(['g1', 'g2'] as const).map((name) => (
        <NumberField key={name} {...bind(name)} />
      ))}
      <Button
        off={gradient === undefined}
        onClick={() => gradient && set({ g1: gradient[0], g2: gradient[1] })}
      >
        {words.take}
      </Button>
    </>
  )
}
