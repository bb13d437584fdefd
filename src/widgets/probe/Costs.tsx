import { Formula, Readout, Readouts } from '@/figure'
import { num } from '@/plot/format'
import type { Passes, Scene, State } from './model'
import { words } from './words'

const visits = ({ count, visits: all }: Passes) => (count === 0 ? '–' : words.visited(all))

/** What each way of getting the gradient has cost so far, as the core counted it. */
export function Costs({ state: { n }, scene }: { state: State; scene: Scene | undefined }) {
  const { forward, reverse } = scene ?? {}
  return (
    <div className="probe-costs">
      <p className="probe-function">
        {scene && (
          <>
            <i className="sym y">y</i> = <Formula of={scene.formula} said />
          </>
        )}
      </p>
      <Readouts>
        <Readout label={words.forwardFull} symbol={words.forward}>
          {forward ? words.passes(forward.count, n) : '–'}
        </Readout>
        <Readout label={words.forwardNodes} symbol={words.theyCost}>
          {forward ? visits(forward) : '–'}
        </Readout>
      </Readouts>
      <Readouts>
        <Readout label={words.reverseFull} symbol={words.reversePasses}>
          {reverse ? '1 of 1' : '0 of 1'}
        </Readout>
        <Readout label={words.reverseNodes} symbol={words.itCosts}>
          {reverse ? visits(reverse.passes) : '–'}
        </Readout>
        <Readout label={words.differenceFull} symbol={words.difference}>
          {reverse ? (forward?.count ? num(reverse.difference) : words.nothing) : '–'}
        </Readout>
      </Readouts>
    </div>
  )
}
