import { Curve, Dot, Label, Plane, Segment } from '@/plot'
import { costAt, most, sidesAt, type Chart as Shown, type Road } from './charts'
import { words } from './words'

const sizes = [1, 4, 16, 64, 256].map((value) => ({ value, label: String(value) }))

/** A road: thin where it is foretold, bold where it was measured, with its cost at the chosen N written beside it. */
function Line({
  of,
  N,
  name,
  side,
}: {
  of: Road
  N: number
  name: string
  side: ReturnType<typeof sidesAt>['short']
}) {
  const cost = costAt(N, of)
  const end = of.line.at(-1)
  return (
    <g>
      <Curve className="thin" points={of.line} />
      <Curve className="run-measured" points={of.dots} />
      {of.dots.map(([at, value]) => (
        <Dot key={at} at={[at, value]} radius={4.5} />
      ))}
      {end && (
        <Label className="run-name" at={end} side="right">
          {name}
        </Label>
      )}
      {cost && !cost.measured && <Dot at={[N, cost.value]} hollow />}
      {cost && (
        <Label className={N < 4 ? 'run-early' : ''} at={[N, cost.value]} side={side}>
          {cost.text}
        </Label>
      )}
    </g>
  )
}

/** The two roads over N, and what both cost at the chosen one. */
export function Chart({ of, N }: { of: Shown; N: number }) {
  const { explicit, short, label, min, max, ticks, mark } = of
  const sides = sidesAt(N, of)
  const described = words.chart(label, explicit.dots.length, short.dots.length)
  return (
    <Plane
      label={described}
      x={{ min: 0.75, max: most, log: true, label: 'N', ticks: sizes }}
      y={{ min, max, log: true, label, ticks }}
      ratio={1.1}
    >
      {mark && (
        <>
          <Segment className="soft thin" from={[0.75, mark.value]} to={[most, mark.value]} />
          <Label className="run-mark" at={[0.75, mark.value]} side="above">
            {mark.label}
          </Label>
        </>
      )}
      <Segment className="run-chosen" from={[N, min]} to={[N, max]} />
      <Line of={explicit} N={N} name="∂y/∂x" side={sides.explicit} />
      <Line of={short} N={N} name={words.theLayer} side={sides.short} />
    </Plane>
  )
}
