import { Handle } from '@/figure'
import { Curve, Dot, Label, Plane, Region, Segment, Vector } from '@/plot'
import { freeSide, sideOf } from '@/plot/beside'
import { broadArrow, rightAngle } from '@/plot/broadArrow'
import { Contours, LevelLine } from '@/plot/Contours'
import { num } from '@/plot/format'
import { heading, plus, type Pair } from '@/topics/surface/model'
import { extent, reach } from '@/topics/surface/surfaces'
import { drawnGradient, levelThrough, type Landscape } from '@/topics/surface/landscape'
import { nudgeTo, type Scene, type State } from './model'
import { words } from './words'

type Props = { land: Landscape; scene: Scene; state: State; set: (change: Partial<State>) => void }

const axis = { min: -extent, max: extent, count: 5 } as const
/** A name stands clear of the ring round its handle. */
const away = { right: [0.08, 0], left: [-0.08, 0], above: [0, 0.08], below: [0, -0.08] } as const
const limits = { x: [-reach, reach], y: [-reach, reach] } as const

/** The gradient at x, with its right angle to the level line there. */
function Gradient({ scene }: { scene: Scene }) {
  const drawn = drawnGradient(scene.x, scene.gradient)
  if (!drawn) return null
  const { tip, along, across, ends } = drawn
  return (
    <g aria-hidden="true">
      <Segment from={ends[0]} to={ends[1]} className="thin" />
      <Curve points={rightAngle(scene.x, along, across, 0.28)} className="thin" />
      <Region points={broadArrow(scene.x, tip, 0.13)} role="x" kind="gradient" />
      <Label at={tip} side={sideOf(along)} role="x">
        ∂y/∂x
      </Label>
    </g>
  )
}

/** Steps down the slope, from x on. */
const Walk = ({ way }: { way: readonly Pair[] }) => (
  <g aria-hidden="true">
    {way.length > 1 && <Curve points={way} role="y" />}
    {way.slice(1).map((at, k) => (
      <Dot key={k} at={at} role="y" radius={3} />
    ))}
  </g>
)

/** The map of the function: drag x, or the tip of Δx. Both axes have one scale, so that right angles look right. */
export function Map({ land, scene, state, set }: Props) {
  const { x, dx, y } = scene
  const tip = plus(x, dx)
  const side = freeSide([dx, scene.gradient ?? dx])
  return (
    <Plane
      label={words.map}
      x={{ ...axis, label: 'x₁', role: 'x' }}
      y={{ ...axis, label: 'x₂', role: 'x' }}
      equal
      bare
    >
      <Contours levels={land.lines} names={land.names} />
      {Number.isFinite(y) && <LevelLine of={levelThrough(land, y)} />}
      <Walk way={scene.descent?.way ?? []} />
      <Gradient scene={scene} />
      <Vector from={x} to={tip} role="x" kind="nudge" />
      <Label at={plus(tip, heading(state.turn, 0.12))} side={sideOf(dx)} role="x">
        Δx
      </Label>
      {scene.trouble !== undefined && <Dot at={x} role="ink" hollow radius={12} />}
      <Label at={plus(x, away[side])} side={side} role="x">
        x
      </Label>
      <Handle
        label={words.tip}
        role="x"
        hollow
        at={tip}
        step={0.1}
        text={`Δx₁ = ${num(dx[0], 3)}, Δx₂ = ${num(dx[1], 3)}`}
        onMove={(to) => set(nudgeTo(x, to))}
      />
      <Handle
        label="x"
        role="x"
        at={x}
        step={0.1}
        limits={limits}
        text={`x₁ = ${num(x[0])}, x₂ = ${num(x[1])}`}
        onMove={([x1, x2]) => set({ x1, x2 })}
      />
    </Plane>
  )
}
