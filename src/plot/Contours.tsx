import { memo } from 'react'
import type { Level, LevelName } from './contours'
import { Curves } from './marks'
import type { Role } from './role'
import { usePlane } from './usePlane'

type Props = { levels: readonly Level[]; names: readonly LevelName[]; role?: Role }

/** A landscape: its level lines, each with its value, and the ground tinted more the higher it lies. */
export const Contours = memo(function Contours({ levels, names, role = 'y' }: Props) {
  const { x, y } = usePlane()
  return (
    <g className="contours" aria-hidden="true">
      {levels.map(({ level, regions }) => (
        <Curves key={level} of={regions} closed role={role} className="contour-ground" />
      ))}
      <Curves of={levels.flatMap(({ lines }) => lines)} role={role} className="thin contour-line" />
      {names.map((name) => (
        <text
          className={`contour-name ${role}`}
          key={name.text}
          x={`${x(name.x)}%`}
          y={`${y(name.y)}%`}
          dy="4"
        >
          {name.text}
        </text>
      ))}
    </g>
  )
})
