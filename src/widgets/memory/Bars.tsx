import { Readout } from '@/figure'
import { decimal } from '@/plot/bytes'
import { scaleOf } from '@/plot/scale'
import { formats, memories } from '@/topics/memory/model'
import { type Name, type Row, type State } from './model'
import { words } from './words'

const marks: Record<Name, { text: string; role: string; sym?: string }> = {
  x: { text: 'x', role: 'x', sym: 'x' },
  w: { text: 'w', role: 'w', sym: 'w' },
  y: { text: 'y', role: 'y', sym: 'y' },
  dy: { text: '∂L/∂y', role: 'y', sym: 'dy' },
  Jx: { text: '∂y/∂x', role: 'ink' },
  Jw: { text: '∂y/∂w', role: 'ink' },
}

const thousands = ['1 B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB', 'RB']
const lineHeight = 15

type Props = { id: string; state: State; rows: readonly Row[]; decades: number }

const equals = (name: string, value: number) => <span className="together">{`${name} = ${value}`}</span>

/** One bar a tensor on one logarithmic axis, with a line for each memory. Percentages keep the text's size on any screen. */
export function Bars({ id, state, rows, decades }: Props) {
  const scale = scaleOf({ min: 1, max: 10 ** decades, log: true })
  const at = (bytes: bigint) => scale(Number(bytes))
  const { N, D, M, format } = state
  const each = formats[format].bytes
  return (
    <div className="memory-plot">
      <p className="memory-note">
        {words.bytesFor} {equals('N', N)}, {equals('D', D)}, {equals('M', M)}{' '}
        {words.inFormat(format, Number(each))}
      </p>
      <Lines at={at} decades={decades} />
      {rows.map((row) => (
        <BarRow key={row.name} id={id} row={row} width={at(row.bytes)} />
      ))}
    </div>
  )
}

function BarRow({ id, row, width }: { id: string; row: Row; width: number }) {
  const { text, role, sym } = marks[row.name]
  const hatch = `${id}-hatch`
  const bar = { y: 1, height: '100%', rx: 4, width: `${Math.max(0.5, width)}%` }
  return (
    <div className={`memory-row ${role}`}>
      <Readout
        label={words.bytesOf(text, row.shape)}
        symbol={
          <>
            <b data-sym={sym}>{text}</b>
            <span className="shape">{row.shape}</span>
          </>
        }
      >
        {row.text.map((count) => (
          <span key={count}>{count}</span>
        ))}
      </Readout>
      <svg className="memory-bar" aria-hidden="true">
        {row.name === 'dy' && (
          <pattern
            id={hatch}
            width="10"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch" width="5" height="10" />
          </pattern>
        )}
        <rect className="bar-tint" {...bar} />
        {row.name === 'dy' && <rect fill={`url(#${hatch})`} {...bar} />}
      </svg>
    </div>
  )
}

/** The memories' lines, the largest named highest so that no name crosses a line, and the axis. */
function Lines({ at, decades }: { at: (bytes: bigint) => number; decades: number }) {
  return (
    <div className="memory-lines" aria-hidden="true">
      <svg>
        {thousands.slice(0, decades / 3 + 1).map((unit, k) => {
          const x = `${at(10n ** BigInt(3 * k))}%`
          return (
            <g key={unit} className={k === 0 ? 'tick first' : 3 * k === decades ? 'tick last' : 'tick'}>
              <line x1={x} x2={x} y1={memories.length * lineHeight} y2="100%" />
              <text x={x} y="100%" dy={16}>
                {unit}
              </text>
            </g>
          )
        })}
        {memories.map(({ name, bytes }, k) => {
          const x = `${at(bytes)}%`
          const y = (memories.length - k - 1) * lineHeight
          return (
            <g key={String(bytes)} className="memory-mark">
              <line x1={x} x2={x} y1={y} y2="100%" />
              <text x={x} y={y} dx={-5} dy={11}>
                {name} {decimal(bytes)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
