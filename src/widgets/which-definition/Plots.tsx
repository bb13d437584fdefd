import { Handle, Readout, Tex, tex } from '@/figure'
import { Curve, Dot, Plane, Segment, rangeOf, type Tick } from '@/plot'
import { num } from '@/plot/format'
import { Key } from '@/plot/Key'
import { rounded, type Scene, type State } from './model'

const printedFormula = tex`\dfrac{f(\x+h)-f(\x)}{\lVert h\rVert}`
const missFormula = tex`\dfrac{\lvert f(\x+h)-f(\x)-g\cdot h\rvert}{\lVert h\rVert}`

const turns: readonly Tick[] = [0, 90, 180, 270, 360].map((value) => ({ value, label: `${value}°` }))
const axis = { min: 0, max: 360, ticks: turns }

type Props = { scene: Scene; state: State }

/** As printed: the quotient against the direction of h, and, dashed, what it tends to. */
export function Printed({
  scene: { printed },
  state,
  set,
}: Props & { set: (change: Partial<State>) => void }) {
  const range = rangeOf([0, ...[...printed.curve, ...printed.limits].map(([, value]) => value)])
  return (
    <div className="definition-plot telling">
      <div className="definition-head">
        <span aria-hidden="true">
          <Tex of={printedFormula} />
        </span>
        <Readout label="As printed: f(x+h) − f(x), divided by the length of h" symbol="as printed">
          {rounded(printed.now)}
        </Readout>
      </div>
      <Plane
        label="The printed quotient against the direction of h"
        x={axis}
        y={{ ...range, count: 4 }}
        ratio={2.6}
      >
        <g aria-hidden="true">
          <Segment from={[0, 0]} to={[360, 0]} className="thin soft" />
          <Curve points={printed.limits} role="y" kind="nudge" />
          <Curve points={printed.curve} role="y" />
        </g>
        <Handle
          label="Direction of h, on the curve"
          role="y"
          at={[state.turn, printed.now]}
          along="x"
          step={5}
          text={`${num(state.turn)} degrees`}
          onMove={([turn]) => set({ turn })}
        />
      </Plane>
      <Key
        of={[
          { name: 'at this h', role: 'y' },
          { name: 'what it tends to', role: 'y', kind: 'nudge' },
        ]}
      />
    </div>
  )
}

/** Put right: what the prediction g·h misses, against the direction of h. */
export function Miss({ scene: { right }, state }: Props) {
  return (
    <div className="definition-plot">
      <div className="definition-head">
        <span aria-hidden="true">
          <Tex of={missFormula} />
        </span>
        <Readout
          label="Put right: how far f(x+h) − f(x) − g·h is from 0, divided by the length of h"
          symbol="put right"
        >
          {rounded(right.now)}
        </Readout>
      </div>
      <Plane
        label="What g misses against the direction of h"
        x={{ ...axis, label: 'direction of h' }}
        y={{ min: 0, max: Math.max(0.5, 1.15 * right.worst), count: 3 }}
        ratio={2.6}
      >
        <g aria-hidden="true">
          <Curve points={right.curve} role="y" />
          <Dot at={[state.turn, right.now]} role="y" />
        </g>
      </Plane>
    </div>
  )
}
