import { useId } from './ids'
import type { Kind, Role } from './role'

type Props = {
  x: number
  y: number
  rows: number
  columns: number
  /** The side of a cell. */
  cell: number
  role: Role
  kind: Kind
  /** It is known by now. */
  full: boolean
}

/** A matrix in miniature, for a graph's box: its cells, tinted, dashed or hatched once it is known. */
export function MiniTensor({ x, y, rows, columns, cell, role, kind, full }: Props) {
  const id = useId()
  const [width, height] = [columns * cell, rows * cell]
  const lines = [
    `M${x} ${y}h${width}v${height}h${-width}z`,
    ...Array.from({ length: rows - 1 }, (_, i) => `M${x} ${y + (i + 1) * cell}h${width}`),
    ...Array.from({ length: columns - 1 }, (_, j) => `M${x + (j + 1) * cell} ${y}v${height}`),
  ].join('')
  return (
    <g className={role}>
      <path className={`mini ${kind}${full ? ' full' : ''}`} d={lines} />
      {full && kind === 'gradient' && (
        <>
          <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="mini-stripe" width="1.8" height="5" />
          </pattern>
          <rect x={x} y={y} width={width} height={height} fill={`url(#${id})`} />
        </>
      )}
    </g>
  )
}
