import { memo } from 'react'
import { Curve, Curves, Dot, Plane } from '@/plot'
import { contourLevels } from '@/plot/levels'
import type { Run } from '../network/train'
import { axesOf, curveOf, edge, landscape, wrongAmong, type Point } from './model'
import { words } from './words'

const axis = { min: -edge, max: edge, count: 5 } as const

/** The plane as the network sees it: the ground of the second class tinted, the boundary, and the points. */
export function Boundary({ run, points }: { run: Run; points: readonly Point[] }) {
  const [level] = contourLevels(landscape(run), [0])
  return (
    <Plane
      label={words.map}
      x={{ ...axis, label: 'x₁', role: 'x' }}
      y={{ ...axis, label: 'x₂', role: 'x' }}
      equal
      bare
    >
      <Curves of={level?.regions ?? []} closed role="y" className="second-class" />
      <Curves of={level?.lines ?? []} role="y" />
      <g role="img" aria-label={words.points(points.length, wrongAmong(points))}>
        <Dots of={points} />
      </g>
    </Plane>
  )
}

const same = (a: { of: readonly Point[] }, b: { of: readonly Point[] }) =>
  a.of.length === b.of.length &&
  a.of.every(({ at, wrong }, k) => at === b.of[k]?.at && wrong === b.of[k]?.wrong)

/** The boundary moves at every frame, points seldom change sides: a frame pays for the boundary alone. */
const Dots = memo(function Dots({ of }: { of: readonly Point[] }) {
  return of.map(({ at, label, wrong }, k) => (
    <Dot
      key={k}
      at={at}
      hollow={label === 1}
      radius={wrong ? 5.5 : 4.5}
      role={wrong ? 'L' : 'x'}
      square={wrong}
    />
  ))
}, same)

const marks = [
  ['class 1', 'dot x'],
  ['class 2', 'dot hollow x'],
] as const

/** What the points are, and the tint. */
export const PointKey = memo(() => (
  <ul className="plot-key" aria-label={words.pointsName}>
    {marks.map(([name, look]) => (
      <li key={name}>
        <svg width="14" height="14" aria-hidden="true">
          <circle className={look} cx="7" cy="7" r="4.5" />
        </svg>
        {name}
      </li>
    ))}
    <li>
      <svg width="14" height="14" aria-hidden="true">
        <rect className="dot L" x="2" y="2" width="10" height="10" />
      </svg>
      {words.onWrongSide}
    </li>
    <li>
      <svg width="20" height="14" aria-hidden="true">
        <rect className="second-class y" width="20" height="14" />
      </svg>
      {words.taken}
    </li>
  </ul>
))

/** The loss after each step, on a logarithmic axis. */
export function LossCurve({ losses }: { losses: readonly number[] }) {
  const { steps, low, top } = axesOf(losses)
  const points = curveOf(losses)
  const last = points.at(-1)
  return (
    <Plane
      label={words.lossAfter}
      x={{ min: 0, max: steps, label: 'steps', count: 4 }}
      y={{ min: low, max: top, log: true, label: 'L', role: 'L' }}
      ratio={1}
    >
      <Curve points={points} role="L" />
      {last && <Dot at={last} role="L" />}
    </Plane>
  )
}
