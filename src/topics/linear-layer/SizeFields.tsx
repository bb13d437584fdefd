import type { Sizes } from './model'
import { Group } from '@/figure'
import { OneTo } from './OneTo'
import { words } from './words'

type Axis = keyof Sizes
type Props = { sizes: Sizes; onChange: (sizes: Sizes) => void; axes?: readonly Axis[]; most?: number }

const all: readonly Axis[] = ['N', 'D', 'M']

/** The sizes N, D and M, or some of them, each from 1 to 4 unless said. */
export const SizeFields = ({ sizes, onChange, axes = all, most = 4 }: Props) => (
  <Group name={words.sizes}>
    {axes.map((axis) => (
      <OneTo
        key={axis}
        label={axis}
        most={most}
        value={sizes[axis]}
        onChange={(size) => onChange({ ...sizes, [axis]: size })}
      />
    ))}
  </Group>
)
