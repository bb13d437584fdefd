import { Matrix } from '@/figure'
import { subscript } from '@/plot/format'
import { basis, heightOf, type Scene, type State } from './model'
import { words } from './words'

type Props = {
  id: string
  state: State
  scene: Scene | undefined
  set: (change: Partial<State>) => void
}

const tall = 120

type BarProps = {
  hatch: string
  value: number | undefined
  rate: number | undefined
  height: number
  now: boolean
}

/** One entry of the gradient as a bar; the mark across it is what the nudge really did, per unit. */
function Bar({ hatch, value, rate, height, now }: BarProps) {
  const at = (v: number) => tall / 2 - (v / height) * (tall / 2 - 6)
  const shape = value !== undefined && {
    x: '15%',
    width: '70%',
    y: Math.min(at(value), tall / 2),
    height: Math.max(1, Math.abs(at(value) - tall / 2)),
    rx: 3,
  }
  return (
    <svg className={now ? 'probe-bar x now' : 'probe-bar x'} height={tall} aria-hidden="true">
      <line className="probe-zero" x1="0" x2="100%" y1={tall / 2} y2={tall / 2} />
      {shape ? (
        <>
          <rect className="probe-tint" {...shape} />
          <rect className="probe-outline" fill={`url(#${hatch})`} {...shape} />
        </>
      ) : (
        <text x="50%" y={tall / 2 - 8}>
          ?
        </text>
      )}
      {rate !== undefined && <line className="probe-true" x1="5%" x2="95%" y1={at(rate)} y2={at(rate)} />}
    </svg>
  )
}

/** Inputs, nudge and gradient, column under column, with a bar for each known entry of the gradient. */
export function Rows({ id, state: { n, x, at }, scene, set }: Props) {
  const partials = x.map((_, i) => scene?.nudged[i]?.partial ?? scene?.reverse?.gradient[i])
  const height = heightOf(partials)
  const hatch = `${id}-hatch`
  const here = (_: number, j: number) => j === at
  return (
    <div className="probe" data-n={n}>
      <Matrix
        name="x"
        label={<i>x</i>}
        sym="x"
        vector
        role="x"
        values={[x]}
        onChange={(_, j, value) => set({ x: x.with(j, Math.min(10, Math.max(-10, value))) })}
      />
      <Matrix
        name={words.direction(subscript(at + 1))}
        label={
          <>
            <i>e</i>
            {subscript(at + 1)}
          </>
        }
        role="x"
        kind="nudge"
        vector
        values={[basis(n, at)]}
        active={here}
      />
      <div className="probe-bars">
        <svg className="probe-defs" aria-hidden="true">
          <pattern
            id={hatch}
            className="x"
            width="10"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="probe-stripe" width="5" height="10" />
          </pattern>
        </svg>
        {x.map((_, i) => (
          <Bar
            key={i}
            hatch={hatch}
            value={partials[i]}
            rate={scene?.nudged[i]?.rate}
            height={height}
            now={i === at}
          />
        ))}
      </div>
      <Matrix
        name={words.gradient}
        label={<>∂y/∂x</>}
        role="x"
        kind="gradient"
        vector
        values={[x.map((_, i) => partials[i] ?? null)]}
        active={here}
      />
      <p className="probe-note">{words.bars(height)}</p>
    </div>
  )
}
