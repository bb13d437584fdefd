import { memo, type ReactNode } from 'react'
import type { Level, LevelName } from './levels'
import { fine, outlineOf } from './outline'
import type { XY } from './path'
import type { Role } from './role'
import { usePlane } from './usePlane'

/** Paths in thousandths of the plot, stretched over it; their strokes are not. */
const Stretched = ({ children }: { children: ReactNode }) => (
  <svg viewBox={`0 0 ${fine} ${fine}`} width="100%" height="100%" preserveAspectRatio="none">
    {children}
  </svg>
)

function useOutlines() {
  const { x, y } = usePlane()
  return (lines: readonly (readonly XY[])[], closed = false) =>
    lines.map((line) => outlineOf(line, x, y, closed)).join('')
}

/** One level line, in one or several pieces. */
export function LevelLine({ of, role = 'y' }: { of: readonly (readonly XY[])[]; role?: Role }) {
  const d = useOutlines()(of)
  return (
    <Stretched>
      <path className={`curve ${role}`} d={d} />
    </Stretched>
  )
}

type Props = { levels: readonly Level[]; names: readonly LevelName[]; role?: Role }

/** A landscape: its level lines, each with its value, and the ground tinted more the higher it lies. */
export const Contours = memo(function Contours({ levels, names, role = 'y' }: Props) {
  const { x, y } = usePlane()
  const outlines = useOutlines()
  return (
    <g className={`contours ${role}`} aria-hidden="true">
      <Stretched>
        {levels.map(({ level, regions }) => (
          <path key={level} className="contour-ground" d={outlines(regions, true)} />
        ))}
        <path className="curve thin contour-line" d={outlines(levels.flatMap(({ lines }) => lines))} />
      </Stretched>
      {names.map((name) => (
        <text className="contour-name" key={name.text} x={`${x(name.x)}%`} y={`${y(name.y)}%`} dy="4">
          {name.text}
        </text>
      ))}
    </g>
  )
})
