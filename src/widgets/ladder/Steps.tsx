import { Measured, Says } from '@/figure'
import { grouped } from '@/plot/bytes'
import { alongAxis, axis, type Row } from './model'
import { words } from './words'

const percent = (part: number) => `${100 * part}%`

/** The time to scale: the longest fills its place. */
const Length = ({ of }: { of: number | undefined }) => (
  <svg className="ladder-line" aria-hidden="true">
    {of !== undefined && <rect className="ladder-time" width={percent(Math.max(of, 0.002))} height="100%" />}
  </svg>
)

/** The speed on the logarithmic axis. */
const Place = ({ of }: { of: number | undefined }) => (
  <svg className="ladder-line" aria-hidden="true">
    {axis.ticks.map((tick) => (
      <line key={tick} x1={percent(alongAxis(tick))} x2={percent(alongAxis(tick))} y2="100%" />
    ))}
    <line y1="50%" x2="100%" y2="50%" />
    {of !== undefined && <circle cx={percent(of)} cy="50%" r="5" />}
  </svg>
)

const Bars = ({ of }: { of: Row }) => (
  <div className="ladder-bars">
    <Length of={of.length} />
    <output aria-label={words.ofRung(of.rung, words.time)} aria-live="off">
      <Measured>{of.time}</Measured>
    </output>
    <Place of={of.place} />
    <output aria-label={words.ofRung(of.rung, words.rate)} aria-live="off">
      <Measured>{of.rate}</Measured>
    </output>
  </div>
)

function Step({ of }: { of: Row }) {
  const { rung, notes } = of
  return (
    <li className="ladder-step">
      <p>
        <b>{words.names[rung]}</b> <Says text={words.changes[rung]} />
      </p>
      {!of.absent && <Bars of={of} />}
      <p className="ladder-notes">{notes.join(' ')}</p>
    </li>
  )
}

/** The steps below each other, and the marks of the axis below them. */
export const Steps = ({ of }: { of: readonly Row[] }) => (
  <>
    <ol className="ladder-steps" aria-label={words.steps}>
      {of.map((row) => (
        <Step key={row.rung} of={row} />
      ))}
    </ol>
    <div className="ladder-step">
      <p className="ladder-notes">{words.key}</p>
      <div className="ladder-bars">
        <svg className="ladder-line ladder-ticks" role="img" aria-label={words.axis(axis.named.join(', '))}>
          {axis.named.map((tick) => (
            <text key={tick} x={percent(alongAxis(tick))} y="12">
              {tick < 1 ? tick : grouped(tick)}
            </text>
          ))}
        </svg>
      </div>
    </div>
  </>
)
