import { Curve, Dot, Plane, Region, type Drawn, type Range } from '@/plot'
import { widened } from '@/topics/slope/curve'
import { reach, type Scene, type State } from './model'
import { words } from './words'

type Props = { state: State; scene: Scene; curve: Drawn & { readonly range: Range } }

/** The whole curve, with a frame round what the window shows of it. */
export function WholePlot({ state: { x }, scene: { frame, h, fn }, curve }: Props) {
  const y = fn.value([x])
  const up = widened(curve.range, [Number.isFinite(y) ? y : undefined], 0.08)
  return (
    <Plane
      label={words.whole(x, h)}
      x={{ min: -reach, max: reach, count: 5, label: 'x', role: 'x' }}
      y={{ ...up, count: 3, label: words.wholeAxis, role: 'y' }}
      ratio={2.2}
    >
      {curve.bands.map((band, k) => (
        <Region key={k} points={band} role="y" />
      ))}
      <Curve points={curve.curve} role="y" />
      <Curve points={frame} closed />
      {/* Where the frame is too small to be seen. */}
      {frame.length > 0 && <Dot at={[x, y]} hollow radius={7} />}
    </Plane>
  )
}
