import { Formula, Readout, Readouts } from '@/figure'
import { num } from '@/plot/format'
import type { Passes, Scene, State } from './model'

const visits = ({ count, visits: all }: Passes) => (count === 0 ? '–' : `${all} nodes visited`)

/** What each way of getting the gradient has cost so far, as the core counted it. */
export function Costs({ state: { n }, scene }: { state: State; scene: Scene | undefined }) {
  const { forward, reverse } = scene ?? {}
  return (
    <div className="probe-costs">
      <p className="probe-function">
        {scene && (
          <>
            <i className="sym y">y</i> = <Formula tex={scene.tex} said />
          </>
        )}
      </p>
      <Readouts>
        <Readout label="Forward-mode passes so far" symbol="forward-mode passes">
          {forward ? `${forward.count} of ${n}` : '–'}
        </Readout>
        <Readout label="Nodes that the forward-mode passes visited" symbol="they cost">
          {forward ? visits(forward) : '–'}
        </Readout>
      </Readouts>
      <Readouts>
        <Readout label="Reverse-mode passes so far" symbol="reverse-mode passes">
          {reverse ? '1 of 1' : '0 of 1'}
        </Readout>
        <Readout label="Nodes that the reverse-mode pass visited, there and back" symbol="it costs">
          {reverse ? visits(reverse.passes) : '–'}
        </Readout>
        <Readout label="Largest difference between the two gradients" symbol="they differ by">
          {reverse ? (forward?.count ? num(reverse.difference) : 'nothing to compare yet') : '–'}
        </Readout>
      </Readouts>
    </div>
  )
}
