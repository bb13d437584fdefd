import { memo, useMemo, type ReactNode } from 'react'
import type { Role } from './role'
import { same } from './same'
import { scaleOf, ticksAcross, ticksUp, type Range, type Tick } from './scale'
import { untranslated } from './untranslated'
import { PlaneContext, usePlane } from './usePlane'

export type Axis = Range & {
  /** What the axis shows: a letter or a few words. */
  readonly label?: string
  readonly role?: Role
  /** Own marks instead of round values; an empty list for none. */
  readonly ticks?: readonly Tick[]
  /** About how many round values are marked. */
  readonly count?: number
}

type Props = {
  /** What the plot shows, for a reader who does not see it. */
  label: string
  x: Axis
  y: Axis
  /** Width by height. */
  ratio?: number
  /** One unit is as long on both axes: the ratio then follows from the ranges, and angles are true. */
  equal?: boolean
  /** No grid behind the marks. */
  bare?: boolean
  children: ReactNode
}

/**
 * A plot with axes, whose marks find its scales by `usePlane`. Places are percentages, so that it fits any width while
 * text and lines keep their size; a `sizer` of the same ratio gives it its height before any script runs.
 */
export function Plane({ label, x, y, ratio = 1.6, equal = false, bare = false, children }: Props) {
  const shape = equal ? (x.max - x.min) / (y.max - y.min) : ratio
  const scales = useMemo(
    () => ({
      x: scaleOf({ min: x.min, max: x.max, log: x.log ?? false }),
      y: scaleOf({ min: y.min, max: y.max, log: y.log ?? false }, true),
      ratio: shape,
    }),
    [x.min, x.max, x.log, y.min, y.max, y.log, shape],
  )
  return (
    <div className={bare ? 'plane bare' : 'plane'} {...untranslated}>
      {y.label && (
        <span className={`plane-y-label ${y.role ?? 'ink'}`} aria-hidden="true">
          {y.label}
        </span>
      )}
      <div className="plane-box">
        <svg className="plane-sizer" viewBox={`0 0 ${Math.round(shape * 1000)} 1000`} aria-hidden="true" />
        <svg className="plane-area" data-plot="" role="group" aria-label={label}>
          <PlaneContext.Provider value={scales}>
            <Axes x={x} y={y} />
            {children}
          </PlaneContext.Provider>
        </svg>
      </div>
      {x.label && (
        <span className={`plane-x-label ${x.role ?? 'ink'}`} aria-hidden="true">
          {x.label}
        </span>
      )}
    </div>
  )
}

const Axes = memo(function Axes({ x, y }: { x: Axis; y: Axis }) {
  const plane = usePlane()
  return (
    <g aria-hidden="true" className="plane-axes">
      {(x.ticks ?? ticksAcross(x, x.count)).map(({ value, label }) => (
        <g key={value}>
          <line x1={`${plane.x(value)}%`} x2={`${plane.x(value)}%`} y1="0" y2="100%" />
          <text x={`${plane.x(value)}%`} y="100%" dy="18">
            {label}
          </text>
        </g>
      ))}
      {(y.ticks ?? ticksUp(y, y.count)).map(({ value, label }) => (
        <g key={value}>
          <line x1="0" x2="100%" y1={`${plane.y(value)}%`} y2={`${plane.y(value)}%`} />
          <text className="y-tick" x="0" y={`${plane.y(value)}%`} dx="-6" dy="4">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}, same)
