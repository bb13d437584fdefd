import { Curve, Plane, Segment } from '@/plot'
import { step, type Checked } from './differences'
import { words } from './words'

/** Below this an error is drawn on the floor: it is nothing, or a multiple of rounding. */
const floor = 1e-16

/** How far the central difference is off at the worst entry, over the step h: truncation at the right, rounding at the left. */
export function ErrorPlot({ of }: { of: Checked['errors'] }) {
  const points = of
    .map(({ h, error }) => [h, Math.max(floor, error)] as const)
    .filter(([, error]) => Number.isFinite(error))
  const top = 10 * Math.max(1e-3, ...points.map(([, error]) => error))
  return (
    <Plane
      label={words.errorPlot}
      x={{ min: 1e-13, max: 1, log: true, label: 'h', count: 4 }}
      y={{ min: floor, max: top, log: true, label: words.errorAxis, count: 5 }}
      ratio={1.4}
    >
      <Segment className="thin soft" from={[step, floor]} to={[step, top]} kind="nudge" />
      <Curve points={points} />
    </Plane>
  )
}
