import { useMemo, type ReactNode } from 'react'
import { useId } from './ids'
import { angleOf, pathOf, type XY } from './path'
import type { Kind, Role } from './role'
import { usePlane } from './usePlane'

type Look = { role?: Role; kind?: Kind; className?: string }
const classes = (mark: string, { role = 'ink', kind = 'value', className = '' }: Look) =>
  `${mark} ${role} ${kind === 'nudge' ? 'dashed' : kind} ${className}`.trim()

/** Paths take no percentages: they are drawn in a square of 100 that is stretched over the plot, their strokes are not. */
const Stretched = ({ children }: { children: ReactNode }) => (
  <svg viewBox="0 0 100 100" width="100%" height="100%" preserveAspectRatio="none">
    {children}
  </svg>
)

/** A line through points; one that is not finite is a gap. `closed` joins the last to the first. */
export function Curve({
  points,
  closed = false,
  ...look
}: Look & { points: readonly XY[]; closed?: boolean }) {
  const { x, y } = usePlane()
  const d = useMemo(() => pathOf(points, x, y, closed), [points, x, y, closed])
  return (
    <Stretched>
      <path className={classes('curve', look)} d={d} />
    </Stretched>
  )
}

/** Curves of one look as one path: a grid, a set of contour lines. */
export function Curves({
  of,
  closed = false,
  ...look
}: Look & { of: readonly (readonly XY[])[]; closed?: boolean }) {
  const { x, y } = usePlane()
  return (
    <Stretched>
      <path
        className={classes('curve', look)}
        d={of.map((points) => pathOf(points, x, y, closed)).join('')}
      />
    </Stretched>
  )
}

/** A straight line between two points. */
export function Segment({ from, to, ...look }: Look & { from: XY; to: XY }) {
  const { x, y } = usePlane()
  return (
    <line
      className={classes('segment', look)}
      x1={`${x(from[0])}%`}
      y1={`${y(from[1])}%`}
      x2={`${x(to[0])}%`}
      y2={`${y(to[1])}%`}
    />
  )
}

/** A point, filled; `hollow` for one that is left out or only predicted. */
export function Dot({ at, hollow = false, square = false, radius = 5, ...look }: Look & DotProps) {
  const { x, y } = usePlane()
  if (square)
    return (
      <svg x={`${x(at[0])}%`} y={`${y(at[1])}%`} overflow="visible">
        <rect
          className={classes(hollow ? 'dot hollow' : 'dot', look)}
          x={-radius}
          y={-radius}
          width={2 * radius}
          height={2 * radius}
        />
      </svg>
    )
  return (
    <circle
      className={classes(hollow ? 'dot hollow' : 'dot', look)}
      cx={`${x(at[0])}%`}
      cy={`${y(at[1])}%`}
      r={radius}
    />
  )
}
type DotProps = { at: XY; hollow?: boolean; square?: boolean; radius?: number }

/** An arrow. One too short to have a direction is a point. */
export function Vector({ from, to, ...look }: Look & { from: XY; to: XY }) {
  const { x, y, ratio } = usePlane()
  const length = Math.hypot(x(to[0]) - x(from[0]), (y(to[1]) - y(from[1])) / ratio)
  return (
    <g className={classes('vector', look)}>
      <line x1={`${x(from[0])}%`} y1={`${y(from[1])}%`} x2={`${x(to[0])}%`} y2={`${y(to[1])}%`} />
      <svg x={`${x(to[0])}%`} y={`${y(to[1])}%`} overflow="visible">
        {length > 0.3 ? (
          <path
            className="tip"
            d="M0.5 0l-9 -5v10z"
            transform={`rotate(${angleOf(from, to, x, y, ratio).toFixed(2)})`}
          />
        ) : (
          <circle className="tip" r="2.5" />
        )}
      </svg>
    </g>
  )
}

/** A closed surface: a value is tinted, a nudge outlined in dashes, a gradient hatched. */
export function Region({ points, ...look }: Look & { points: readonly XY[] }) {
  const { x, y } = usePlane()
  const id = useId()
  const d = pathOf(points, x, y, true)
  if (look.kind !== 'gradient')
    return (
      <Stretched>
        <path className={classes('region', look)} d={d} />
      </Stretched>
    )
  // The hatch is drawn unstretched and cut to shape, so that its lines keep their angle and their width.
  return (
    <g className={classes('region', look)}>
      <pattern
        id={`${id}h`}
        width="10"
        height="10"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="stripe" width="5" height="10" />
      </pattern>
      <clipPath id={`${id}c`} clipPathUnits="objectBoundingBox">
        <path d={d} transform="scale(0.01)" />
      </clipPath>
      <rect width="100%" height="100%" fill={`url(#${id}h)`} clipPath={`url(#${id}c)`} />
      <Stretched>
        <path className="outline" d={d} />
      </Stretched>
    </g>
  )
}

type LabelProps = Look & {
  at: XY
  /** Where the text stands, seen from the point. */
  side?: 'above' | 'below' | 'left' | 'right'
  children: string
}
const offsets = { above: [0, -11], below: [0, 20], left: [-11, 4], right: [11, 4] } as const

/** A few letters beside a point. */
export function Label({ at, side = 'above', children, ...look }: LabelProps) {
  const { x, y } = usePlane()
  const [dx, dy] = offsets[side]
  return (
    <text
      className={`${classes('mark-label', look)} ${side}`}
      x={`${x(at[0])}%`}
      y={`${y(at[1])}%`}
      dx={dx}
      dy={dy}
    >
      {children}
    </text>
  )
}
