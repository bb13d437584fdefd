import type { Sizes } from './model'
import { OneTo } from './OneTo'

type Axis = keyof Sizes
type Props = { sizes: Sizes; onChange: (sizes: Sizes) => void; axes?: readonly Axis[] }

const all: readonly Axis[] = ['N', 'D', 'M']

/** The layer's sizes N, D and M, each from 1 to 4. */
export const SizeFields = ({ sizes, onChange, axes = all }: Props) => (
  <fieldset className="choice">
    <legend>Sizes</legend>
    {axes.map((axis) => (
      <OneTo
        key={axis}
        label={axis}
        most={4}
        value={sizes[axis]}
        onChange={(size) => onChange({ ...sizes, [axis]: size })}
      />
    ))}
  </fieldset>
)
