import { Button, FunctionField, NumberField, Slider, Sweep, type FigureHandle } from '@/figure'
import { names } from '@/topics/surface/model'
import { surfaces } from '@/topics/surface/surfaces'
import { alongLevel, type Scene, type State } from './model'
import { words } from './words'

type Props = { of: FigureHandle<State>; scene: Scene }

export function Controls({ of: { state, set, bind }, scene: { uphill } }: Props) {
  return (
    <>
      <FunctionField
        label="y"
        names={names}
        presets={surfaces}
        source={state.f}
        onChange={(f) => set({ f })}
      />
      {(['x1', 'x2'] as const).map((name) => (
        <NumberField key={name} {...bind(name)} />
      ))}
      <div className="pair-of-sliders">
        <Slider {...bind('turn')} symbol={words.direction} />
        <Slider {...bind('length')} symbol={words.length} />
      </div>
      <Sweep of={bind('turn')} turns />
      <Slider {...bind('rate')} symbol={words.rate} />
      <Button off={uphill === undefined} onClick={() => set({ turn: uphill ?? 0 })}>
        {words.alongGradient}
      </Button>
      <Button off={uphill === undefined} onClick={() => set({ turn: alongLevel(uphill ?? 0) })}>
        {words.alongLevel}
      </Button>
    </>
  )
}
