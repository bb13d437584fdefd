import type { ReactNode } from 'react'

/** Three lines that fit on a card. */
export const Summary = ({ children }: { children: ReactNode }) => (
  <section className="summary" aria-label="Summary">
    {children}
  </section>
)
