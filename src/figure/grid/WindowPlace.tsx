import { shapeText } from '@/plot/format'
import type { Window } from '@/plot/nesting'
import { words } from './words'

type Props = { shape: readonly number[]; window: Window; names: readonly string[] }

const percent = (part: number) => `${(100 * part).toFixed(2)}%`

/** Where the window onto a tensor stands: one line an axis, the part in sight heavy. Nothing where all is in sight. */
export function WindowPlace({ shape, window, names }: Props) {
  const cut = shape.flatMap((length, axis) => {
    const { from, count } = window[axis] ?? { from: 0, count: length }
    return count < length ? [{ axis, length, from, count }] : []
  })
  if (cut.length === 0) return null
  const drawn = shapeText(window.map(({ count }) => count))
  return (
    <div className="window-place">
      <p>{words.window(drawn, shapeText(shape))}</p>
      <ul aria-label={words.place}>
        {cut.map(({ axis, length, from, count }) => (
          <li key={axis}>
            <span>{`${names[axis] ?? `axis ${axis + 1}`}: ${from + 1} to ${from + count} of ${length}`}</span>
            <svg width="100%" height="8" aria-hidden="true">
              <rect className="axis" width="100%" height="2" y="3" />
              <rect
                className="part"
                x={percent(Math.min(from / length, 0.985))}
                width={percent(Math.max(count / length, 0.015))}
                height="8"
                rx="2"
              />
            </svg>
          </li>
        ))}
      </ul>
    </div>
  )
}
