import { Handle, Readout, Tex, tex } from '@/figure'
import { Curve, Dot, Plane, Segment, rangeOf, type Tick } from '@/plot'
import { Key } from '@/plot/Key'
import { type Scene, type State } from './model'
import { words, rounded } from './words'

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
        <Readout label={words.printedFull} symbol={words.printed}>
          {rounded(printed.now)}
        </Readout>
      </div>
      <Plane label={words.printedPlot} x={axis} y={{ ...range, count: 4 }} ratio={2.6}>
        <g aria-hidden="true">
          <Segment from={[0, 0]} to={[360, 0]} className="thin soft" />
          <Curve points={printed.limits} role="y" kind="nudge" />
          <Curve points={printed.curve} role="y" />
        </g>
        <Handle
          label={words.onCurve}
          role="y"
          at={[state.turn, printed.now]}
          along="x"
          step={5}
          text={words.degrees(state.turn)}
          onMove={([turn]) => set({ turn })}
        />
      </Plane>
      <Key
        of={[
          { name: words.atThisH, role: 'y' },
          { name: words.limit, role: 'y', kind: 'nudge' },
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
        <Readout label={words.rightFull} symbol={words.right}>
          {rounded(right.now)}
        </Readout>
      </div>
      <Plane
        label={words.missPlot}
        x={{ ...axis, label: words.directionAxis }}
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
