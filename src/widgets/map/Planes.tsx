import { memo } from 'react'
import { Handle, type FigureHandle } from '@/figure'
import { entry, num } from '@/plot/format'
import { Curve, Curves, Dot, Label, Plane, Region, Vector, type XY } from '@/plot'
import { isFar, type Grid } from './grid'
import { least, limits, window, type Scene, type State } from './model'
import { words } from './words'

type Props = { of: FigureHandle<State>; scene: Scene; grid: Grid }

const axis = (name: string, k: number, role: 'x' | 'y', middle: number, half: number) => ({
  min: middle - half,
  max: middle + half,
  label: entry(name, k),
  role,
  count: 5,
})
const point = ([a, b]: XY) => `(${num(a, 3)}, ${num(b, 3)})`

/** The grid, which a drag does not change and so does not draw again. */
const Lines = memo(function Lines({ of }: { of: Grid['after'] }) {
  return <Curves className="thin soft map-grid" of={of} />
})

/** Both sides of a square or parallelogram from its first corner, numbered as the columns of J are. */
function Sides({ of: [corner, right, , up], role }: { of: readonly XY[]; role: 'x' | 'ink' }) {
  if (!corner || !right || !up) return null
  const middle = (to: XY): XY => [(corner[0] + to[0]) / 2, (corner[1] + to[1]) / 2]
  return (
    <>
      <Vector role={role} from={corner} to={right} />
      <Vector role={role} from={corner} to={up} />
      <Label role={role} at={middle(right)} side="below">
        1
      </Label>
      <Label role={role} at={middle(up)} side="left">
        2
      </Label>
    </>
  )
}

/** The plane with a square in it, and where f takes both: the true image, and the linear one. */
export function Planes({ of: { state, set }, scene, grid }: Props) {
  const { x, y, square, image, linear, problem } = scene
  const [a, b] = grid.center
  const inSight = (points: readonly XY[]) =>
    points.every((at) => at.every(Number.isFinite) && !isFar(grid, at))
  const [imaged, whole] = [inSight(image), !problem && inSight([...image, ...linear])]
  return (
    <div className="map-planes">
      <Plane
        label={words.planeOfX(state.size, point(x))}
        x={axis('x', 1, 'x', 0, window)}
        y={axis('x', 2, 'x', 0, window)}
        equal
        bare
      >
        <Lines of={grid.before} />
        <Region role="x" points={square} />
        <Sides role="x" of={square} />
        <Handle
          role="x"
          label={words.middle}
          at={x}
          step={0.1}
          text={words.places(point(x), point(y))}
          limits={{ x: [least(state), limits.x], y: [-limits.x, limits.x] }}
          onMove={([x1, x2]) => set({ x1, x2 })}
        />
      </Plane>
      <Plane
        label={whole ? words.planeOfY(point(y)) : words.planeBare}
        x={axis('y', 1, 'y', a, grid.half)}
        y={axis('y', 2, 'y', b, grid.half)}
        equal
        bare
      >
        <Lines of={grid.after} />
        {imaged && <Region role="y" points={image} />}
        {whole && (
          <>
            <Curve role="ink" kind="nudge" points={linear} closed />
            <Sides role="ink" of={linear} />
          </>
        )}
        {imaged && <Dot role="y" at={y} />}
      </Plane>
    </div>
  )
}
