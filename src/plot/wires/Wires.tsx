import type { Diagram } from '@/derive'
import type { Role } from '../role'
import type { Shape } from './laid'
import { layout, signed } from './layout'
import { spokenProduct } from './words'

type Props = {
  of: Diagram
  /** The letters whose wires are lit. */
  lit?: readonly string[]
  /** The nodes stand in the order of the expression. */
  fixed?: boolean
  /** A matrix that lies transposed in the row is marked so. */
  reads?: boolean
  /** What it is a picture of, for the ear. */
  name: string
}

const hues: ReadonlySet<string> = new Set(['x', 'w', 'y', 'L'])
const isRole = (name: string): name is Role => hues.has(name)
/** Weights have one hue under either letter. */
const owner = (name: string) => (name === 'W' ? 'w' : name)

/** Hue says which variable, and a hatch that it is a gradient. */
function look({ name }: Shape): string {
  const gradient = name.startsWith('∂L/∂')
  const of = owner(gradient ? name.slice('∂L/∂'.length) : name)
  return `${isRole(of) ? of : 'ink'} ${gradient ? 'gradient' : 'value'}`
}

/** A tensor diagram: nodes are tensors, wires are indices; products that are added stand beside each other. */
export function Wires({ of, lit = [], fixed = false, reads = false, name }: Props) {
  return (
    <div className="wires scroll" role="group" aria-label={name} tabIndex={0}>
      {of.map((product, k) => {
        const { sign, factor } = signed(product, k)
        return (
          <span key={k} className="wires-term">
            {sign + factor !== '' && (
              <span className="wires-sign">{sign === '' ? factor : `${sign} ${factor}`}</span>
            )}
            <Picture
              laid={layout(product, { fixed })}
              label={`${name}: ${spokenProduct(product)}.`}
              lit={lit}
              reads={reads}
            />
          </span>
        )
      })}
      {of.length === 0 && <span className="wires-sign">0</span>}
    </div>
  )
}

type PictureProps = { laid: ReturnType<typeof layout>; label: string; lit: readonly string[]; reads: boolean }

function Picture({ laid: { width, height, lines, shapes, letters }, label, lit, reads }: PictureProps) {
  const on = (of: readonly string[]) => (of.some((letter) => lit.includes(letter)) ? ' lit' : '')
  return (
    <svg
      className="wires-picture"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {lines.map((line, k) => (
        <path key={k} className={`wires-line${on(line.letters)}`} d={line.path} />
      ))}
      {shapes.map((shape, k) => (
        <Node key={k} shape={shape} lit={on(shape.letters)} reads={reads} />
      ))}
      {letters.map(({ text, x, y, sign }, k) => (
        <text key={k} className={`wires-letter${sign ? ' sign' : ''}${on(text.split('='))}`} x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  )
}

function Node({ shape, lit, reads }: { shape: Shape; lit: string; reads: boolean }) {
  const { kind, name, x, y, width, height, turned } = shape
  if (kind === 'dot')
    return <circle className={`wires-dot${lit}`} cx={x + width / 2} cy={y + height / 2} r="4.5" />
  if (kind === 'bubble')
    return (
      <g className="wires-bubble">
        <rect x={x} y={y} width={width} height={height} rx="14" />
        <text x={x + 12} y={y + 17}>
          {name}
        </text>
      </g>
    )
  return (
    <g className={`wires-node ${kind} ${look(shape)}`}>
      <rect className="wires-ground" x={x} y={y} width={width} height={height} rx="18" />
      <rect className="wires-box" x={x} y={y} width={width} height={height} rx="18" />
      {look(shape).endsWith('gradient') && <path className="wires-hatch" d={hatch(shape)} />}
      <text x={x + width / 2} y={y + height / 2 + 5.5}>
        {name}
        {reads && turned && <tspan className="wires-turned">ᵀ</tspan>}
      </text>
    </g>
  )
}

/** Slanting strokes within a box with round ends. */
function hatch({ x, y, width, height }: Shape): string {
  const r = height / 2
  const inset = (at: number) => {
    const dx = Math.max(0, x + r - at, at - (x + width - r))
    return dx >= r ? undefined : Math.sqrt(r * r - dx * dx)
  }
  const strokes: string[] = []
  for (let at = x + 6; at < x + width - 4; at += 7) {
    const half = Math.min(inset(at + 2) ?? 0, inset(at - 2) ?? 0)
    if (half > 3) strokes.push(`M${at - 2},${y + r + half - 1}L${at + 2},${y + r - half + 1}`)
  }
  return strokes.join('')
}
