import { useMemo } from 'react'
import { Handle } from '@/figure'
import { Curve, Dot, Key, Label, Plane, Segment, type XY } from '@/plot'
import { expectedBest, largestStep, smallest, type Series, type State } from '@/topics/quotient/model'
import { words } from './words'

type Props = {
  state: State
  series: readonly Series[]
  error: number | undefined
  onMove: (e: number) => void
}

const key = [
  { name: 'one-sided' },
  { name: 'central', kind: 'nudge' },
  { name: 'float64' },
  { name: 'float32', className: 'float32' },
] as const

const places = { min: 10 ** smallest, max: 10 ** largestStep, log: true }

/** How far the quotient is off, over all h: both methods in both formats, the chosen one heavier. */
export function ErrorPlot({ state, series, error, onMove }: Props) {
  const { e, method, format } = state
  const { top, floor, curves } = useMemo(() => layout(series), [series])
  const h = 10 ** e
  const chosen = (one: Pick<Series, 'method' | 'format'>) => one.method === method && one.format === format
  const best = expectedBest(method, format)
  return (
    <div>
      <Plane
        label={words.errors}
        x={{ ...places, label: 'h', count: 4 }}
        y={{ min: floor, max: top, log: true, count: 5, label: '| quotient − f′(x) |' }}
        ratio={1.25}
      >
        <Segment className="thin soft" from={[best, floor]} to={[best, top]} kind="nudge" />
        <Label at={[best, floor * 30]} side="right">
          {method === 'one-sided' ? '√ε' : '∛ε'}
        </Label>
        {curves
          .toSorted((a, b) => Number(chosen(a)) - Number(chosen(b)))
          .map((one) => (
            <Curve
              key={`${one.method} ${one.format}`}
              points={one.points}
              kind={one.method === 'central' ? 'nudge' : 'value'}
              className={`${one.format} ${chosen(one) ? 'chosen' : 'thin'}`}
            />
          ))}
        <Segment className="thin" from={[h, floor]} to={[h, top]} role="x" />
        {error !== undefined && <Dot at={[h, Math.max(floor, error)]} />}
        <Handle
          label={words.onErrors}
          at={[h, floor]}
          along="x"
          step={0.5}
          text={words.offBy(h, error)}
          role="x"
          onMove={([to]) => onMove(Math.log10(to))}
        />
      </Plane>
      <Key of={key} />
    </div>
  )
}

/** The ends of the vertical axis and the curves on it; they stay as they are while h is dragged. */
function layout(series: readonly Series[]) {
  const finite = series.flatMap(({ points }) => points.map(([, error]) => error)).filter(Number.isFinite)
  const top = 10 ** Math.ceil(Math.log10(Math.max(1, ...finite)) + 0.5)
  const floor = top * 1e-17
  // An error of exactly 0 has no place on a logarithmic axis: it lies on the floor.
  const onFloor = ([h, error]: XY): XY => [h, Math.max(floor, error)]
  const curves = series.map(({ method, format, points }) => ({ method, format, points: points.map(onFloor) }))
  return { top, floor, curves }
}
