import { Handle, tidy, type Bound } from '@/figure'
import { Label, NumberLine, Vector, type Range } from '@/plot'
import { num } from '@/plot/format'
import { words } from './words'

// Above the line, so that a finger can tell the two points apart when they are close.
const above = 0.55

type LineProps = { range: Range; x: Bound; dx: Bound }

/** The input: x and x + Δx, both to be dragged. */
export function XLine({ range, x: input, dx: step }: LineProps) {
  const [x, dx] = [input.value, step.value]
  return (
    <NumberLine label={words.axis} name="x" role="x" {...range}>
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
        step={step.step}
        text={`x + Δx = ${num(x + dx)}`}
        onMove={([to]) => step.onChange(tidy(to - x))}
      />
      <Handle
        label="x"
        role="x"
        along="x"
        at={[x, 0]}
        step={input.step}
        limits={{ x: [input.min, input.max] }}
        text={`x = ${num(x)}`}
        onMove={([to]) => input.onChange(to)}
      />
    </NumberLine>
  )
}
