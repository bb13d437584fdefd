import { memo, useMemo, type ReactNode } from 'react'
import type { Role } from './role'
import { same } from './same'
import { scaleOf, ticksAcross, type Range, type Tick } from './scale'
import { untranslated } from './untranslated'
import { PlaneContext, usePlane } from './usePlane'

type Props = Range & {
  /** What the line shows, for a reader who does not see it. */
  label: string
  /** The letter beside the line. */
  name: string
  role?: Role
  ticks?: readonly Tick[]
  count?: number
  children?: ReactNode
}

// Marks of a plane stand on the line at height 0, above it at 1, below it at −1.
const height = { min: -1, max: 1 }

/** A number line: the marks of a plane work on it, with 0 as their height (1 and −1 are its upper and lower edge). */
export function NumberLine({ label, name, role = 'ink', min, max, log = false, ...rest }: Props) {
  const scales = useMemo(
    () => ({ x: scaleOf({ min, max, log }), y: scaleOf(height, true), ratio: 8 }),
    [min, max, log],
  )
  return (
    <div className={`number-line ${role}`} {...untranslated}>
      <span className="number-line-name" aria-hidden="true">
        {name}
      </span>
      <svg className="number-line-area" data-plot="" role="group" aria-label={label}>
        <PlaneContext.Provider value={scales}>
          <Ticks of={rest.ticks ?? ticksAcross({ min, max, log }, rest.count)} />
          {rest.children}
        </PlaneContext.Provider>
      </svg>
    </div>
  )
}

const Ticks = memo(function Ticks({ of }: { of: readonly Tick[] }) {
  const { x } = usePlane()
  return (
    <g aria-hidden="true" className="plane-axes">
      <line className="base" x1="0" x2="100%" y1="50%" y2="50%" />
      {of.map(({ value, label }) => (
        <g key={value}>
          <svg x={`${x(value)}%`} y="50%" overflow="visible">
            <line y1="-5" y2="5" />
          </svg>
          <text x={`${x(value)}%`} y="100%" dy="-4">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}, same)
