import type { ReactNode } from 'react'

/** Where a word of the field is first used: its meaning, set apart. */
export const Definition = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="definition" role="note" aria-label={`Definition: ${term}`}>
    <dfn>{term}</dfn>
    {children}
  </div>
)
