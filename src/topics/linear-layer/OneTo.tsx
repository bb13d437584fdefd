import { Options } from '@/figure'

type Props = {
  label: string
  /** The last whole number on offer; the first is 1. */
  most: number
  value: number
  onChange: (value: number) => void
}

/** A whole number from 1 to a small one, picked from a list, so that it is never out of range. */
export const OneTo = ({ label, most, value, onChange }: Props) => (
  <label className="one-to">
    {label}
    <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
      <Options of={Array.from({ length: most }, (_, k) => ({ value: k + 1, name: k + 1 }))} />
    </select>
  </label>
)
