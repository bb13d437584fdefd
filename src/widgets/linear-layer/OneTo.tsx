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
      {Array.from({ length: most }, (_, k) => (
        <option key={k} value={k + 1}>
          {k + 1}
        </option>
      ))}
    </select>
  </label>
)
