import type { ReactNode } from 'react'
import type { Piece } from '@/autodiff'
import { aloud, Equation, Formula } from '@/figure'

type Props = {
  /** The function or functions of the figure, as pieces and in words. */
  formula: Piece
  read: string
  /** The equation in words, its numbers included. */
  spoken: string
  children: ReactNode
}

/** What the reader chose, and beside it the equation with its numbers in place. */
export const Head = ({ formula, read, spoken, children }: Props) => (
  <div className="function-head">
    <p>
      <span role="math" aria-label={aloud(read)}>
        <Formula of={formula} />
      </span>
    </p>
    <Equation spoken={spoken}>{children}</Equation>
  </div>
)
