import type { ReactNode } from 'react'

type Props = {
  /** The file, from the root of the repository. */
  of: string
  /** What is cut from it: `vjp`, `Tape.process`, several with commas between. */
  name: string
  /** Without the comment above it. */
  bare?: boolean
  /** The notes; the code itself, and its lines, come from the build (scripts/vite/listing.ts). */
  children?: ReactNode
  first?: string
  last?: string
}

/** Code of the book as it runs, cut from its file by name when the book is built, with notes beside its lines. */
export const Listing = ({ of, name, children, first, last }: Props) => (
  <div className="listing" role="group" aria-label={`The code of ${name.replaceAll('.', ' · ')}, with notes`}>
    <p className="listing-head" translate="no">
      <b>{name.replaceAll(/,\s*/g, ', ')}</b> {of}, lines {first}–{last}
    </p>
    <div className="listing-body">{children}</div>
  </div>
)

/** A note on a line of a listing: the one on which the text `at` begins. The build takes it apart. */
export const Note = ({ children }: { at: string; children: ReactNode }) => children
