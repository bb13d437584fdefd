import { Handle } from '@/figure'
import { Curve, Label, Plane, Region, Segment, Vector } from '@/plot'
import { freeSide, sideOf } from '@/plot/beside'
import { broadArrow } from '@/plot/broadArrow'
import { Contours } from '@/plot/Contours'
import { drawnGradient, type Landscape } from '@/topics/surface/landscape'
import { heading, plus, turnOf } from '@/topics/surface/model'
import { extent } from '@/topics/surface/surfaces'
import type { Scene, State } from './model'
import { words } from './words'

type Props = { land: Landscape; scene: Scene; state: State; set: (change: Partial<State>) => void }

const axis = { min: -extent, max: extent, count: 5 } as const
const turns = Array.from({ length: 73 }, (_, k) => 5 * k)

/** The map round x: h with the circle of all nudges of its length, and the candidate g. */
export function Ground({ land, scene: { x, h, g }, state: { turn, size }, set }: Props) {
  const drawn = drawnGradient(x, g)
  const grip = plus(x, heading(turn, 1.15))
  const side = freeSide([h, g])
  return (
    <Plane
      label={words.map}
      x={{ ...axis, label: 'x₁', role: 'x' }}
      y={{ ...axis, label: 'x₂', role: 'x' }}
      equal
      bare
    >
      <Contours levels={land.lines} names={land.names} />
      <g aria-hidden="true">
        <Curve points={turns.map((at) => plus(x, heading(at, size)))} role="x" className="thin" />
        <Segment from={x} to={grip} role="x" className="thin" />
        {drawn && (
          <>
            <Region points={broadArrow(x, drawn.tip, 0.13)} role="x" kind="gradient" />
            <Label at={drawn.tip} side={sideOf(g)} role="x">
              g
            </Label>
          </>
        )}
        <Vector from={x} to={plus(x, h)} role="x" kind="nudge" />
        <Label at={x} side={side} role="x">
          x
        </Label>
        <Label at={plus(grip, heading(turn, 0.1))} side={sideOf(h)} role="x">
          h
        </Label>
      </g>
      <Handle
        label={words.directionOfH}
        role="x"
        hollow
        at={grip}
        step={0.1}
        text={words.degrees(turn)}
        onMove={([a, b]) => set({ turn: Number(turnOf([a - x[0], b - x[1]]).toFixed(1)) })}
      />
    </Plane>
  )
}
