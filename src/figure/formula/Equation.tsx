import type { ReactNode } from 'react'
import { untranslated } from '@/plot/untranslated'
import { aloud } from './aloud'

type Props = {
  /** The equation in words and plain symbols, its numbers included; the symbols are said as `aloud` has them. */
  spoken: string
  number?: number | string
  children: ReactNode
}

/** An equation whose numbers change: pieces for the eye, one sentence for the ear, its number beside it. */
export const Equation = ({ spoken, number, children }: Props) => (
  <div className="equation in-figure" {...untranslated}>
    <div className="scroll" role="math" aria-label={aloud(spoken)} tabIndex={0}>
      <span className="pieces" aria-hidden="true">
        {children}
      </span>
    </div>
    {number !== undefined && <span className="eqno">({number})</span>}
  </div>
)
