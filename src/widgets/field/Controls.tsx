import { Button, FunctionField, NumberField, Slider, type FigureHandle } from '@/figure'
import { names } from '@/topics/surface/model'
import { surfaces } from '@/topics/surface/surfaces'
import type { Scene, State } from './model'

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
        <Slider {...bind('turn')} symbol="direction" />
        <Slider {...bind('length')} symbol="length" />
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
