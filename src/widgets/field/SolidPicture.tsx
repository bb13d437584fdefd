import { memo, useEffect, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { nth } from '@/autodiff'
import { num } from '@/plot/format'
import { farFirst, seen, type Point3, type View } from '@/plot/solid'
import type { Landscape } from '@/topics/surface/landscape'
import type { Scene } from './model'
import { marksOf, solidOf, type Solid as Ground } from './solid'
import { words } from './words'

const tilt = 28
/** From the lowest faces to the highest. */
const shades = [
  'solid-0',
  'solid-1',
  'solid-2',
  'solid-3',
  'solid-4',
  'solid-5',
  'solid-6',
  'solid-7',
] as const
const box = { width: 7.4, height: 5.6 }
const turned = (turn: number) => ((turn % 360) + 360) % 360

const place = (view: View, point: Point3) => {
  const [across, up] = seen(view, point)
  return [across + box.width / 2, box.height / 2 - up] as const
}
const path = (view: View, points: readonly Point3[]) =>
  points
    .map((point) =>
      place(view, point)
        .map((k) => k.toFixed(3))
        .join(),
    )
    .join(' ')

/** The ground, far faces first; it changes with the function and the side that it is seen from. */
const Faces = memo(({ of, turn }: { of: Ground; turn: number }) => {
  const view = { turn, tilt }
  const heights = of.faces.map(({ height }) => height)
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  return (
    <g>
      {farFirst(view, of.faces).map(({ corners, height }, k) => (
        <polygon
          key={k}
          className={`solid-face ${nth(shades, Math.round((7 * (height - low)) / (high - low || 1)))}`}
          points={path(view, corners)}
        />
      ))}
    </g>
  )
})

/** What a key turns it by. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5 }

/** The function as a surface over the map, and at x the tangent plane: the promise that the gradient makes. */
export function Solid({ land, scene }: { land: Landscape; scene: Scene }) {
  const [turn, setTurn] = useState(30)
  const [from, setFrom] = useState<number>()
  // Hundreds of faces would make the page heavy; without a script the map tells the same.
  const [awake, wake] = useState(false)
  useEffect(() => {
    const next = requestAnimationFrame(() => wake(true))
    return () => cancelAnimationFrame(next)
  }, [])
  const ground = useMemo(() => solidOf(land), [land])
  const view = { turn, tilt }
  const { start, truth, plane, tip } = marksOf(ground, scene)
  const keys = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    setTurn(turned(turn + step * (event.shiftKey ? 3 : event.altKey ? 0.2 : 1)))
  }
  const drag = (event: PointerEvent) => {
    if (from === undefined) return
    setTurn(turned(turn + (event.clientX - from) / 2))
    setFrom(event.clientX)
  }
  const dot = (at: Point3, className: string, r = 0.1) => {
    const [cx, cy] = place(view, at)
    return <circle className={className} cx={cx} cy={cy} r={r} />
  }
  return (
    <div className="solid needs-js">
      <svg
        className="solid-picture"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="slider"
        tabIndex={0}
        aria-label={words.turnIt}
        aria-valuemin={0}
        aria-valuemax={360}
        aria-valuenow={Math.round(turn)}
        aria-valuetext={words.degrees(Math.round(turn))}
        onKeyDown={keys}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setFrom(event.clientX)
        }}
        onPointerMove={drag}
        onPointerUp={() => setFrom(undefined)}
        onPointerCancel={() => setFrom(undefined)}
      >
        {awake && <Faces of={ground} turn={turn} />}
        {plane && <polygon className="solid-plane" points={path(view, plane)} />}
        {truth && tip && <polyline className="solid-miss" points={path(view, [tip, truth])} />}
        {start && tip && <polyline className="solid-nudge" points={path(view, [start, tip])} />}
        {tip && dot(tip, 'solid-tip', 0.12)}
        {/* Small, so that it is seen in the ring where both are close. */}
        {truth && dot(truth, 'solid-true', 0.07)}
        {start && dot(start, 'solid-x')}
      </svg>
      <p className="solid-note">{words.solid(num(scene.x[0]), num(scene.x[1]))}</p>
    </div>
  )
}
