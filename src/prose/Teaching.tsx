import type { ReactNode } from 'react'
import { Says } from '@/figure/frame'

/** A question for a class; its answer is for the teacher and stands folded, so that the page can be shown. */
export const Ask = ({ question, children }: { question: string; children: ReactNode }) => (
  <section className="ask">
    <p>
      <Says text={question} />
    </p>
    <details className="fold">
      <summary>Answer</summary>
      {children}
    </details>
  </section>
)

/** What readers take a figure to say, and what there is to say to them. */
export const Misread = ({ as, children }: { as: string; children: ReactNode }) => (
  <section className="misread">
    <p>
      <b>
        <Says text={`“${as}”`} />
      </b>
    </p>
    {children}
  </section>
)
