import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'

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
      <span id={id}>
        {symbol === undefined ? (
          label
        ) : (
          <>
            <span className="visually-hidden">{label}</span>
            <span aria-hidden="true">{symbol}</span>
          </>
        )}
      </span>
      {/* Off: an output speaks at every change of a drag; `Announce` does, once the reader pauses. */}
      <output aria-labelledby={id} aria-live="off">
        {children}
      </output>
    </div>
  )
}

export const Readouts = ({ children }: { children: ReactNode }) => <div className="readouts">{children}</div>
