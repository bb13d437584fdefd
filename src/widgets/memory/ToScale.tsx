import { Says } from '@/figure/frame'
import type { model } from './model'

/** The side of the large square in the picture's own units: CSS pixels where there is room. */
const large = 512
/** Below this part of a pixel nothing is left to see. */
const visible = 0.2

/** w and its Jacobian as areas of one scale: what bars on a logarithmic axis cannot show. */
export function ToScale({
  of: { side, times, across, products },
}: {
  of: ReturnType<typeof model>['scale']
}) {
  const small = side * large
  const seen = small >= visible
  return (
    <div className="memory-scale">
      <svg
        viewBox={`0 0 ${large} ${large}`}
        role="img"
        aria-label={`To scale: a square for ∂y/∂w, and one for w, ${across} of which go along its side`}
      >
        <rect className="bar-tint ink" width={large} height={large} />
        {seen && <rect className="scale-own" width={small} height={small} y={large - small} />}
        {small < 12 && (
          <path
            className="scale-points"
            d={`M${large * 0.13} ${large * 0.87}L${small + 6} ${large - small - 6}`}
          />
        )}
        <text className="scale-name" x={large * 0.14} y={large * 0.86}>
          w
        </text>
        <text x={large / 2} y={large / 2} textAnchor="middle">
          ∂y/∂w
        </text>
      </svg>
      <div>
        <p>
          <b>To scale.</b> The bars above stand on an axis of powers of ten, where a thousand times as much
          looks a little longer. Here areas are numbers. The large square is ∂y/∂w, and {across} by {across}{' '}
          of the square in its corner fill it: that one is <Says text="{w}" />
          {seen ? '' : ', too small to be seen'}.
        </p>
        <p>
          ∂y/∂w is N·M = {times} times as large as <Says text="{w}" />, and ∂y/∂x as many times as large as{' '}
          <Says text="{x}" />: a Jacobian has its variable’s shape once for each entry of <Says text="{y}" />.
        </p>
        <p>
          In both, N·D·M = {products} entries can differ from zero: one for each product of an entry of{' '}
          <Says text="{x}" /> and one of <Says text="{w}" /> that the layer adds up.
        </p>
      </div>
    </div>
  )
}
