import { useMemo, type PointerEvent } from 'react'
import { shapeText } from '@/plot/format'
import { question } from '@/topics/jacobian/state'
import { cellSize, inSight, shadesOf, type Run } from './map'
import type { Derived } from '@/topics/jacobian/derive'
import type { scene, State } from './model'
import { words } from './words'

type Props = {
  state: State
  derived: Derived
  now: ReturnType<typeof scene>
  pattern: string
  set: (change: Partial<State>) => void
}

/** Pixels round the map, for the marks of what is in sight and what is picked. */
const edge = 8

const bars = (runs: readonly Run[], bar: (from: number, count: number) => Record<string, number>) =>
  runs.map(({ from, count }) => <rect className="seen" key={from} {...bar(from, count)} />)

/** All of the flat Jacobian from afar: its pattern at a glance, where the held line runs, what is in sight. A press goes there. */
export function PatternMap({ state, derived, now, pattern, set }: Props) {
  const { rows, columns, jacobian, y, input } = derived
  const { by } = question(state)
  const paths = useMemo(() => shadesOf({ rows, columns, data: jacobian.data }), [rows, columns, jacobian])
  const cell = cellSize({ rows, columns })
  const [width, height] = [columns * cell, rows * cell]
  const rank = y.shape.length
  const held = state.hold === 'i'
  const [down, across] = [inSight(y.shape, now.window.slice(0, rank)), inSight(input, now.window.slice(rank))]
  const cut = down.length + across.length > 0

  function go({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) {
    const { left, top } = currentTarget.getBoundingClientRect()
    const line = (place: number, count: number) =>
      Math.max(0, Math.min(count - 1, Math.floor((place - edge) / cell)))
    set({ i: line(clientY - top, rows), j: line(clientX - left, columns) })
  }
  return (
    <div className="jacobian-map">
      <p>
        {words.all}
        <b>{shapeText([rows, columns])}</b>
        {cut && <span className="needs-js">{words.press}</span>}
      </p>
      <svg
        width={width + 2 * edge}
        height={height + 2 * edge}
        role="img"
        aria-label={words.allSpoken(pattern)}
        onPointerUp={go}
      >
        <g transform={`translate(${edge} ${edge})`}>
          <rect className="ground" width={width} height={height} />
          <g transform={`scale(${cell})`}>
            {paths.map((d, k) => (
              <path key={k} className="shade" d={d} fillOpacity={(k + 1) / paths.length} />
            ))}
          </g>
          <rect
            className={`line ${held ? 'y' : by}`}
            {...(held
              ? { x: 0, y: now.i * cell, width, height: Math.max(2, cell) }
              : { x: now.j * cell, y: 0, width: Math.max(2, cell), height })}
          />
          {bars(down, (from, count) => ({
            x: -edge + 1,
            y: from * cell,
            width: 3,
            height: count * cell,
          }))}
          {bars(across, (from, count) => ({
            x: from * cell,
            y: -edge + 1,
            width: count * cell,
            height: 3,
          }))}
        </g>
      </svg>
    </div>
  )
}
