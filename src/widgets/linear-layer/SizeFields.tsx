import type { Sizes } from './model'
import { OneTo } from './OneTo'

type Props = { sizes: Sizes; onChange: (sizes: Sizes) => void }

/** The layer's sizes N, D and M, each from 1 to 4. */
export const SizeFields = ({ sizes, onChange }: Props) => (
  <fieldset className="choice">
    <legend>Sizes</legend>
    {(['N', 'D', 'M'] as const).map((axis) => (
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
