import { Readout, Readouts } from '@/figure'
import { num } from '@/plot/format'
import type { Pair } from '@/topics/surface/model'
import type { Scene } from './model'
import { words } from './words'

const pair = ([a, b]: Pair) => `(${num(a)}, ${num(b)})`

/** The gradient and the nudge, and how y moves by them. */
export const Numbers = ({ scene }: { scene: Scene }) => {
  const { change, predicted, gradient } = scene
  return (
    <div className="field-numbers">
      <Readouts>
        <Readout label={words.gradient} symbol="∂y/∂x">
          {gradient ? pair(gradient) : '–'}
        </Readout>
        <Readout label={words.nudge} symbol="Δx">
          {pair(scene.dx)}
        </Readout>
      </Readouts>
      <Readouts>
        <Readout label={words.changePredicted} symbol={words.predicted}>
          {predicted === undefined ? '–' : num(predicted)}
        </Readout>
        <Readout label={words.changeTrue} symbol={words.changeIsTrue}>
          {Number.isFinite(change) ? num(change) : 'none'}
        </Readout>
        <Readout label={words.remainderFull} symbol={words.remainder}>
          {scene.remainder === undefined || !Number.isFinite(scene.remainder) ? '–' : num(scene.remainder)}
        </Readout>
      </Readouts>
    </div>
  )
}
