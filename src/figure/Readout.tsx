import { useId, type ReactNode } from 'react'

/** A number that a figure reports, with its name. */
export function Readout({
  label,
  symbol,
  children,
}: {
  label: string
  symbol?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className="readout">
      <span id={id} aria-label={label}>
        {symbol ?? label}
      </span>
      <output aria-labelledby={id}>{children}</output>
    </div>
  )
}

export const Readouts = ({ children }: { children: ReactNode }) => <div className="readouts">{children}</div>
