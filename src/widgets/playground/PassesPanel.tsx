import { Formula, Stepper } from '@/figure'
import { layoutGraph, type Edge } from '@/plot/graph'
import { GraphPicture, type Wire } from '@/plot/GraphPicture'
import type { Scene } from './model'
import { passAt, type PassScene } from './passes'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { words } from './words'

type Props = { scene: Scene; source: string; known: boolean; step: number; onStep: (step: number) => void }

/** Both passes of the program, a line or a local rule at a time, over the graph of its values. */
export function PassesPanel({ scene, source, known, step, onStep }: Props) {
  const answer = useAnswer('graph', { source }, known)
  const found = answer.found && answer.fresh ? passAt(answer.found, step, scene) : undefined
  return (
    <>
      <Waiting on={answer} />
      {found && (
        <>
          <div className="playground-stepper needs-js">
            <Stepper step={found.index} names={found.names} onStep={onStep} />
          </div>
          <div className="playground-step">
            <p>{found.says}</p>
            {found.formulas.map((formula, k) => (
              <p className="playground-formula" key={k}>
                {typeof formula === 'string' ? <code>{formula}</code> : <Formula of={formula} said />}
              </p>
            ))}
          </div>
          <Graph of={found} />
        </>
      )}
    </>
  )
}

const sides = {
  right: { box: { width: 96, height: 50 }, gap: { layers: 84, boxes: 30 } },
  down: { box: { width: 92, height: 50 }, gap: { layers: 50, boxes: 34 } },
} as const

/** Long programs run down the page in every window. */
const mostAcross = 5

function Graph({ of }: { of: PassScene }) {
  const wire = ({ from, to }: Edge): Wire => of.wire(from, to)
  const directions = of.depth > mostAcross ? (['down'] as const) : (['right', 'down'] as const)
  return (
    <div
      className={`playground-graph${directions.length === 1 ? ' only-down' : ''}`}
      role="group"
      aria-label={words.graph}
      tabIndex={0}
    >
      {directions.map((direction) => (
        <GraphPicture
          key={direction}
          direction={direction}
          layout={layoutGraph(of.nodes, { direction, ...sides[direction] })}
          label={of.label}
          wire={wire}
        >
          {({ id, width, height }) => {
            const { name, shape, role, acts, value, gradient } = of.node(id)
            return (
              <g className={role}>
                <rect className={`graph-box${acts ? ' active' : ''}`} width={width} height={height} rx="9" />
                <rect
                  className={`mini value${value ? ' full' : ''}`}
                  x="4"
                  y="4"
                  width="5"
                  height={height - 8}
                />
                <rect
                  className={`mini gradient${gradient ? ' full' : ''}`}
                  x={width - 9}
                  y="4"
                  width="5"
                  height={height - 8}
                />
                <text className="graph-name" x="16" y="21">
                  {name}
                </text>
                <text className="graph-note" x="16" y="39">
                  {shape}
                </text>
              </g>
            )
          }}
        </GraphPicture>
      ))}
    </div>
  )
}
