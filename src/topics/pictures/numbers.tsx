import { contourLevels, gridPlaces, levelsFor } from '@/plot/levels'
import { sample, type XY } from '@/plot/pure'
import { functionFrom } from '@/figure/pure'
import { entryOf, grad, nth, tensor } from '@/autodiff'
import { plus, readSurface } from '@/topics/surface/model'
import { drawnGradient } from '@/topics/surface/landscape'
import { extent, surfaces } from '@/topics/surface/surfaces'
import { apply, jacobianAt, read, valueAt } from '@/topics/vector-function/model'
import { area, Arrow, Dot, Name, Path } from './marks'

/** A curve, the line that its slope draws, and the gap between the two at the end of a nudge. */
export function Slope() {
  const fn = functionFrom('x^2', ['x'])
  const f = (x: number) => fn.value([x])
  const [x, dx] = [0.9, 0.9]
  const slope = grad((at) => fn.run({ x: at }))(x).item()
  const { path, place } = area({ min: -0.9, max: 2.3 }, { min: -0.9, max: 4.2 }, [4, 4, 152, 92])
  const line = (at: number): XY => [at, f(x) + slope * (at - x)]
  const [end, said] = [place([x + dx, f(x + dx)]), place(line(x + dx))]
  const foot = place([x + dx, f(x)])
  return (
    <>
      <Path hue="y" d={path(sample(f, { min: -0.9, max: 2.05 }, 40))} />
      <Path hue="y" of="nudge" d={path([line(0.2), line(2.3)])} />
      <Arrow hue="x" of="nudge" from={place([x, f(x)])} to={foot} />
      <Path
        of="solid"
        d={`M${said.map((at) => at.toFixed(1)).join(' ')}L${end.map((at) => at.toFixed(1)).join(' ')}`}
      />
      <Dot hue="y" at={place([x, f(x)])} />
      <Dot hue="y" at={said} hollow />
      <Dot hue="y" at={end} />
      <Name hue="x" at={[(foot[0] + place([x, 0])[0]) / 2, foot[1] + 11]}>
        Δx
      </Name>
    </>
  )
}

/** Level lines, and the one vector that tells what every nudge does. */
export function Gradient() {
  const surface = readSurface(surfaces[0].source)
  const size = 25
  const places = gridPlaces(size, -extent, extent)
  const values = surface.values(
    places.flatMap(() => places),
    places.flatMap((x2) => places.map(() => x2)),
  )
  const grid = { values: Array.from(values), size, min: -extent, max: extent }
  const { path, place } = area(
    { min: -extent, max: extent },
    { min: -extent * 0.65, max: extent * 0.65 },
    [2, 2, 156, 96],
  )
  const x: XY = [0.9, -0.5]
  const gradient = surface.gradient(x)
  const drawn = drawnGradient(x, gradient)
  const nudge = plus(x, [0.5, 0.75])
  return (
    <>
      {contourLevels(grid, levelsFor(values, 6).values).flatMap(({ lines }) =>
        lines.map((line, k) => (
          <Path key={`${line.length} ${k} ${line[0]?.[0]}`} hue="y" of="thin" d={path(line)} />
        )),
      )}
      {drawn && <Arrow hue="x" of="solid" from={place(x)} to={place(drawn.tip)} />}
      <Arrow hue="x" of="nudge" from={place(x)} to={place(nudge)} />
      <Dot hue="x" at={place(x)} />
    </>
  )
}

const square = (side: number, points: number): XY[] =>
  [0, 1, 2, 3].flatMap((corner) =>
    Array.from({ length: points }, (_, k): XY => {
      const along = k / points - 0.5
      const [a, b] = [
        [along, -0.5],
        [0.5, along],
        [-along, 0.5],
        [-0.5, -along],
      ][corner] ?? [0, 0]
      return [(a ?? 0) * side, (b ?? 0) * side]
    }),
  )

/** A square, where a map of the plane takes it, and where the map's Jacobian does. */
export function Jacobian() {
  const f = read(['x1 cos(x2)', 'x1 sin(x2)'], 2)
  if ('error' in f) throw new Error(f.error)
  const x: XY = [1.2, 0.6]
  const at = square(0.9, 10).map((by) => plus(x, by))
  const [first = [], second = []] = apply(
    f,
    tensor([at.map(([a]) => a), at.map(([, b]) => b)]),
  ).toArray() as number[][]
  const image = first.map((a, k): XY => [a, nth(second, k)])
  const [y1 = NaN, y2 = NaN] = valueAt(f, x)
  const J = jacobianAt(f, x)
  const linear = square(0.9, 1).map(([u, v]): XY => [
    y1 + entryOf(J, 0, 0) * u + entryOf(J, 0, 1) * v,
    y2 + entryOf(J, 1, 0) * u + entryOf(J, 1, 1) * v,
  ])
  const before = area(
    { min: x[0] - 0.8, max: x[0] + 0.8 },
    { min: x[1] - 0.8, max: x[1] + 0.8 },
    [0, 14, 72, 72],
  )
  const after = area({ min: y1 - 0.8, max: y1 + 0.8 }, { min: y2 - 0.8, max: y2 + 0.8 }, [84, 14, 72, 72])
  return (
    <>
      <path className="area x" d={before.path(at, true)} />
      <path className="area y" d={after.path(image, true)} />
      <Path of="nudge" d={after.path(linear, true)} />
      <Arrow from={[70, 50]} to={[88, 50]} />
      <Dot hue="x" at={before.place(x)} />
      <Dot hue="y" at={after.place([y1, y2])} />
    </>
  )
}
