import type { LayerLetters } from '@/figure'
import { Says } from '@/figure/frame'
import { conventionOf } from '@/topics/letters/conventions'
import { inLetters } from '@/topics/letters/sentences'
import type { model } from './model'
import { words } from './words'

/** The side of the large square in the picture's own units: CSS pixels where there is room. */
const large = 512
/** Below this part of a pixel nothing is left to see. */
const visible = 0.2

/** w and its Jacobian as areas of one scale: what bars on a logarithmic axis cannot show. */
export function ToScale({
  of: { side, times, across, products },
  letters,
}: {
  of: ReturnType<typeof model>['scale']
  letters: LayerLetters
}) {
  const { w } = conventionOf(letters).letters
  const small = side * large
  const seen = small >= visible
  return (
    <div className="memory-scale">
      <svg viewBox={`0 0 ${large} ${large}`} role="img" aria-label={words.toScale(w, across)}>
        <rect className="bar-tint ink" width={large} height={large} />
        {seen && <rect className="scale-own" width={small} height={small} y={large - small} />}
        {small < 12 && (
          <path
            className="scale-points"
            d={`M${large * 0.13} ${large * 0.87}L${small + 6} ${large - small - 6}`}
          />
        )}
        <text className="scale-name" x={large * 0.14} y={large * 0.86}>
          {w}
        </text>
        <text x={large / 2} y={large / 2} textAnchor="middle">
          {`∂y/∂${w}`}
        </text>
      </svg>
      <div>
        <p>
          <b>{words.scaleHead}</b> <Says text={inLetters(words.scale(across, seen), letters)} />
        </p>
        <p>
          <Says text={inLetters(words.timesAsLarge(times), letters)} />
        </p>
        <p>
          <Says text={inLetters(words.allProducts(products), letters)} />
        </p>
      </div>
    </div>
  )
}
