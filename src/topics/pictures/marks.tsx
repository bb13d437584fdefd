import type { ReactNode } from 'react'
import { pathOf, scaleOf, type Range, type Scale, type XY } from '@/plot/pure'

/** What a picture is drawn in: units of its own, with room for a name below. */
export const wide = 160
export const tall = 100

export type Hue = 'x' | 'w' | 'y' | 'L' | 'ink'
export type Texture = 'value' | 'nudge' | 'gradient'

const short = (d: string) => d.replace(/-?\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1))))
/** Scales of 0 to 100, as plots have them; a picture stretches them over a box of its own. */
const scales = (x: Range, y: Range): readonly [Scale, Scale] => [scaleOf(x), scaleOf(y, true)]

/** A place for marks: two ranges over a box of the picture. */
export function area(
  x: Range,
  y: Range,
  [left, top, width, height]: readonly [number, number, number, number],
) {
  const [across, up] = scales(x, y)
  const place = ([a, b]: XY): XY => [left + (across(a) / 100) * width, top + (up(b) / 100) * height]
  const plain = (reach: number): Scale =>
    Object.assign((value: number) => value, { invert: (at: number) => at, range: { min: 0, max: reach } })
  const path = (points: readonly XY[], closed = false) =>
    short(pathOf(points.map(place), plain(wide), plain(tall), closed))
  return { place, path }
}

type Look = { hue?: Hue; of?: Texture | 'solid' | 'thin' }
const look = ({ hue = 'ink', of = 'value' }: Look) => `${hue} ${of}`

export const Path = ({ d, ...rest }: Look & { d: string }) => <path className={`line ${look(rest)}`} d={d} />

export const Dot = ({ at: [x, y], hue = 'ink', hollow = false }: { at: XY; hue?: Hue; hollow?: boolean }) => (
  <circle className={`dot ${hue}${hollow ? ' hollow' : ''}`} cx={x.toFixed(1)} cy={y.toFixed(1)} r="3" />
)

export const Name = ({ at: [x, y], hue = 'ink', children }: { at: XY; hue?: Hue; children: ReactNode }) => (
  <text className={hue} x={x.toFixed(1)} y={y.toFixed(1)}>
    {children}
  </text>
)

/** An arrow between two places of the picture. */
export function Arrow({ from, to, ...rest }: Look & { from: XY; to: XY }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const long = Math.hypot(dx, dy) || 1
  const [u, v] = [(dx / long) * 5, (dy / long) * 5]
  const wing = (side: 1 | -1) => `L${to[0] - u - (side * v) / 2} ${to[1] - v + (side * u) / 2}`
  return (
    <>
      <path className={`line ${look(rest)}`} d={short(`M${from[0]} ${from[1]}L${to[0] - u} ${to[1] - v}`)} />
      <path className={`head ${rest.hue ?? 'ink'}`} d={short(`M${to[0]} ${to[1]}${wing(1)}${wing(-1)}Z`)} />
    </>
  )
}

type Cells = Look & {
  /** Numbers that are shown, or shares of ink from 0 to 1 where `tints`. */
  values: readonly (readonly number[])[]
  at: XY
  size: number
  /** The hatch of a gradient, by its id. */
  hatch?: string
  tints?: boolean
  text?: (value: number) => string
}

/** A matrix as cells. */
export const Grid = ({ values, at: [left, top], size, hatch, tints = false, text, ...rest }: Cells) => (
  <g className={look(rest)}>
    {values.flatMap((row, i) =>
      row.map((value, j) => {
        const box = {
          x: (left + j * size).toFixed(1),
          y: (top + i * size).toFixed(1),
          width: size - 1,
          height: size - 1,
          rx: 1.5,
        }
        return (
          <g key={`${i} ${j}`}>
            <rect
              className="cell-box"
              {...box}
              {...(tints && { fillOpacity: Number(value.toFixed(2)) })}
              {...(hatch && { fill: `url(#${hatch})` })}
            />
            {text && (
              <text
                x={(left + (j + 0.5) * size - 0.5).toFixed(1)}
                y={(top + (i + 0.5) * size + 2.5).toFixed(1)}
              >
                {text(value)}
              </text>
            )}
          </g>
        )
      }),
    )}
  </g>
)

export const Hatch = ({ id, hue }: { id: string; hue: Hue }) => (
  <pattern
    id={id}
    className={hue}
    width="5"
    height="5"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect className="stripe" width="2" height="5" />
  </pattern>
)
