import type { ReactNode } from 'react'
import type { Box, Edge, Layout } from './graph'
import type { Role } from './role'
import { untranslated } from './untranslated'

export type Wire = {
  /** What stands beside it, a line each: its shape, its bytes. */
  lines?: readonly string[]
  /** Which way something travels on it: values and nudges forward, gradients backward; nothing yet if left out. */
  flow?: 'forward' | 'backward'
  /** It is what acts now. */
  active?: boolean
  role?: Role
}

type Props = {
  layout: Layout
  direction: 'right' | 'down'
  /** What the picture shows, for who can't see it. */
  label: string
  wire: (edge: Edge) => Wire
  /** What stands in a node's box; the origin is the box's corner. */
  children: (box: Box) => ReactNode
}

/** Room for labels beside the outermost edges. */
const margin = { right: { x: 4, y: 6 }, down: { x: 28, y: 4 } }
const tips = {
  right: { forward: 'l-9 -4.5v9z', backward: 'l9 -4.5v9z' },
  down: { forward: 'l-4.5 -9h9z', backward: 'l-4.5 9h9z' },
}

/** Where an edge's label stands: where it starts, on the side that it leaves free. */
function beside({ start, end }: Edge, direction: Props['direction'], lines: number) {
  if (direction === 'down') {
    const left = start.x < end.x - 1
    return { x: start.x + (left ? -12 : 12), y: start.y + 18, anchor: left ? 'end' : 'start' } as const
  }
  const below = start.y > end.y + 1
  return { x: start.x + 13, y: start.y + (below ? 17 : -7 - 14 * (lines - 1)), anchor: 'start' } as const
}

/** A laid-out graph: boxes, and edges with their labels and with tips that point the way things travel. */
export function GraphPicture({ layout, direction, label, wire, children }: Props) {
  const { x, y } = margin[direction]
  const [width, height] = [layout.width + 2 * x, layout.height + 2 * y]
  return (
    <svg
      className={`graph-picture ${direction}`}
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`${-x} ${-y} ${width} ${height}`}
      {...untranslated}
    >
      {layout.edges.map((edge) => {
        const { lines = [], flow, active, role = 'ink' } = wire(edge)
        const back = flow === 'backward'
        const tip = back ? edge.start : edge.end
        const at = beside(edge, direction, lines.length)
        return (
          <g
            key={`${edge.from} ${edge.to} ${edge.slot}`}
            className={`wire ${role} ${flow ?? 'idle'}${active ? ' active' : ''}`}
          >
            <path className="wire-line" d={edge.path} />
            <path className="wire-tip" d={`M${tip.x} ${tip.y}${tips[direction][flow ?? 'forward']}`} />
            <text textAnchor={at.anchor}>
              {lines.map((line, k) => (
                <tspan key={line} x={at.x} y={at.y + 14 * k}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        )
      })}
      {[...layout.boxes.values()].map((box) => (
        <g key={box.id} transform={`translate(${box.x} ${box.y})`}>
          {children(box)}
        </g>
      ))}
    </svg>
  )
}
