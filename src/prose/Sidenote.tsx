import type { ReactNode } from 'react'

/** What would interrupt: in the margin beside the paragraph before it, below that paragraph on a phone. */
export const Sidenote = ({ children }: { children: ReactNode }) => (
  <aside className="sidenote" role="note">
    {children}
  </aside>
)
