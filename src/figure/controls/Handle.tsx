import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { usePlane, type Role, type Scale, type XY } from '@/plot'
import { clamp, stepSize, tidy } from './number'
import { useTouch } from './useTouch'

type Props = {
  /** "x", "the tip of Δx". */
  label: string
  at: XY
  onMove: (to: XY) => void
  /** The one direction that it moves in; both when left out. */
  along?: 'x' | 'y'
  /** One key press, in the units of each axis, or in decades where it is logarithmic. A drag lands on multiples of a tenth of it. */
  step: number | XY
  /** The values in words, for a reader who does not see the point. */
  text: string
  /** Where it may go, if not to the ends of the axes. */
  limits?: { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] }
  role?: Role
  hollow?: boolean
}

const directions: Readonly<Record<string, XY>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

type Measure = { readonly to: (value: number) => number; readonly from: (measured: number) => number }
const plain: Measure = { to: (value) => value, from: (measured) => measured }
/** On a logarithmic axis a handle moves by decades. */
const decades: Measure = { to: Math.log10, from: (measured) => 10 ** measured }
const measureOf = ({ range }: Scale) => (range.log ? decades : plain)
const ends = ({ range }: Scale, { to }: Measure, limit?: readonly [number, number]): [number, number] => [
  to(limit?.[0] ?? range.min),
  to(limit?.[1] ?? range.max),
]

/**
 * A point of a plot that the reader drags, by pointer or by keys: arrows step, Shift coarser, Alt finer, Escape brings
 * it back to where the drag or the focus found it, Home and End go to the ends where it moves in one direction.
 */
export function Handle(props: Props) {
  const { label, at, onMove, along, text, role = 'ink', hollow = false } = props
  const plane = usePlane()
  const before = useRef(at)
  const grip = useRef<XY | null>(null)
  const held = useTouch(along)
  const steps: XY = typeof props.step === 'number' ? [props.step, props.step] : props.step
  const [across, up] = [measureOf(plane.x), measureOf(plane.y)]
  const here: XY = [across.to(at[0]), up.to(at[1])]
  const limits = [ends(plane.x, across, props.limits?.x), ends(plane.y, up, props.limits?.y)] as const
  const move = (x: number, y: number) =>
    onMove([
      along === 'y' ? at[0] : across.from(clamp(tidy(x), ...limits[0])),
      along === 'x' ? at[1] : up.from(clamp(tidy(y), ...limits[1])),
    ])

  /** Where a pointer is, in percent of the plot. */
  const place = (event: PointerEvent<SVGGElement>): XY => {
    const box = event.currentTarget.closest('[data-plot]')?.getBoundingClientRect()
    if (!box) return [0, 0]
    return [((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100]
  }
  const down = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.focus({ preventScroll: true })
    const [left, top] = place(event)
    before.current = at
    // The point stays under the finger where it was taken.
    grip.current = [plane.x(at[0]) - left, plane.y(at[1]) - top]
    event.preventDefault()
  }
  const drag = (event: PointerEvent<SVGGElement>) => {
    if (!grip.current) return
    const [left, top] = place(event)
    const snap = (value: number, step: number) => Math.round((value / step) * 10) * (step / 10)
    move(
      snap(across.to(plane.x.invert(left + grip.current[0])), steps[0]),
      snap(up.to(plane.y.invert(top + grip.current[1])), steps[1]),
    )
  }
  const release = () => (grip.current = null)
  const keys = (event: KeyboardEvent) => {
    const [dx, dy] = directions[event.key] ?? [0, 0]
    // Along one direction, all four keys are of use: up and right are more.
    const by: XY = along === 'x' ? [dx + dy, 0] : along === 'y' ? [0, dx + dy] : [dx, dy]
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : undefined
    if (event.key === 'Escape') {
      release()
      onMove(before.current)
    } else if (end !== undefined && along) move(limits[0][end], limits[1][end])
    else if (dx === 0 && dy === 0) return
    else move(here[0] + by[0] * stepSize(steps[0], event), here[1] + by[1] * stepSize(steps[1], event))
    event.preventDefault()
  }
  const axis = along === 'y' ? 1 : 0
  return (
    <svg className={`handle ${role}`} x={`${plane.x(at[0])}%`} y={`${plane.y(at[1])}%`} overflow="visible">
      <circle className={hollow ? 'dot hollow' : 'dot'} r="7" />
      <g
        ref={held}
        className="handle-grip needs-js"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuenow={tidy(here[axis])}
        aria-valuemin={tidy(limits[axis][0])}
        aria-valuemax={tidy(limits[axis][1])}
        aria-valuetext={text}
        data-along={along ?? 'both'}
        onFocus={() => (before.current = at)}
        onPointerDown={down}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={release}
        onKeyDown={keys}
      >
        <circle className="handle-touch" r="22" />
        <circle className="handle-ring" r="11" />
      </g>
    </svg>
  )
}
