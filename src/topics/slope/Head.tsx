import type { ReactNode } from 'react'
import { aloud, Equation, Formula } from '@/figure'

type Props = {
  /** The function or functions of the figure, as TeX and in words. */
  tex: string
  read: string
  /** The equation in words, its numbers included. */
  spoken: string
  children: ReactNode
}

/** What the reader chose, and beside it the equation with its numbers in place. */
export const Head = ({ tex, read, spoken, children }: Props) => (
  <div className="function-head">
    <p>
      <span role="math" aria-label={aloud(read)}>
        <Formula tex={tex} />
      </span>
    </p>
    <Equation spoken={spoken}>{children}</Equation>
  </div>
)
