import { memo } from 'react'
import type { Sizes } from './model'
import { pattern, type Course } from './pattern'
import { words } from './words'

const cell = 10
const gap = 4
const along = (k: number, block: number) => k * cell + Math.floor(k / block) * gap
const starts = (length: number, block: number) => Array.from({ length: length / block }, (_, k) => k * block)

type Props = Sizes & Course & { by: 'x' | 'w'; name: string }

/** A flattened Jacobian as the core computes it, block by block: ink where it is not zero, darker for larger. */
export const Blocks = memo(function Blocks({ by, N, D, M, name, letters, layout }: Props) {
  const { values, block } = pattern(by, { N, D, M }, { letters, layout })
  const [height, width] = block
  const columns = values[0]?.length ?? 0
  // Room for the largest that is drawn; with examples in columns there is a gap more.
  const sides = [172, letters === 'columns' ? 132 : 128]
  const box = layout === 'output-first' ? sides : sides.toReversed()
  const filled = values.flatMap((row, i) => row.flatMap((value, j) => (value === 0 ? [] : [{ i, j, value }])))
  const label = words.pattern(name, N, D, M, values.length, columns, filled.length)
  return (
    <svg className="memory-blocks" viewBox={`0 0 ${box.join(' ')}`} role="img" aria-label={label}>
      {starts(values.length, height).flatMap((i) =>
        starts(columns, width).map((j) => (
          <rect
            key={`${i} ${j}`}
            className="block"
            x={along(j, width)}
            y={along(i, height)}
            width={width * cell}
            height={height * cell}
            rx={2}
          />
        )),
      )}
      {filled.map(({ i, j, value }) => (
        <rect
          key={`${i} ${j}`}
          className="entry"
          x={along(j, width) + 0.5}
          y={along(i, height) + 0.5}
          width={cell - 1}
          height={cell - 1}
          rx={1.5}
          fillOpacity={value}
        />
      ))}
    </svg>
  )
})
