import type { ReactNode } from 'react'

type Props = { number: number; where: string; children: ReactNode }

/** A slip of the handout: what is printed, what is right, and where the page proves it. */
export const Erratum = ({ number, where, children }: Props) => (
  <aside className="erratum" id={`erratum-${number}`} aria-label={`Erratum ${number}`}>
    <p className="tag">
      Erratum {number} <span>{where}</span>
    </p>
    {children}
  </aside>
)
