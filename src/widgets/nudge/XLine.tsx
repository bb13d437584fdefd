import { Handle } from '@/figure'
import { Label, NumberLine, Vector, type Range } from '@/plot'
import { num } from '@/plot/format'
import type { State } from './model'

// Above the line, so that a finger can tell the two points apart when they are close.
const above = 0.55

type LineProps = { state: State; range: Range; onMove: (change: Partial<State>) => void }

/** The input: x and x + Δx, both to be dragged. */
export function XLine({ state: { x, dx }, range, onMove }: LineProps) {
  return (
    <NumberLine label="x and x + Δx" name="x" role="x" {...range}>
      <Vector role="x" kind="nudge" from={[x, above]} to={[x + dx, above]} />
      <Label role="x" at={[x + dx / 2, above]}>
        Δx
      </Label>
      <Handle
        label="x + Δx"
        hollow
        role="x"
        along="x"
        at={[x + dx, above]}
        step={0.1}
        text={`x + Δx = ${num(x + dx)}`}
        onMove={([to]) => onMove({ dx: to - x })}
      />
      <Handle
        label="x"
        role="x"
        along="x"
        at={[x, 0]}
        step={0.1}
        limits={{ x: [-2, 2] }}
        text={`x = ${num(x)}`}
        onMove={([to]) => onMove({ x: to })}
      />
    </NumberLine>
  )
}
