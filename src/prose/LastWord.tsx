import type { ReactNode } from 'react'
import { useDrawing } from './drawing'

type Props = {
  /** What the picture says, in one sentence. */
  says: string
  /** Where the reader's question goes next. */
  children: ReactNode
}

/** The end of a chapter: the picture that says it, as a card that can be printed alone, and what to ask next. */
export function LastWord({ says, children }: Props) {
  const { page, chapters, picture } = useDrawing()
  const { number, title } = chapters.find(({ path }) => path === page.path) ?? {}
  return (
    <section className="last-word" aria-label="The chapter on a card">
      <div className="card" id="card">
        {picture(page.path)}
        <div>
          <p className="card-title">
            <b>{number}</b> {title}
          </p>
          <p>{says}</p>
        </div>
      </div>
      <p className="card-print screen-only">
        With <a href="#card">the card</a> as the page’s address, printing prints it alone.
      </p>
      <div className="what-next">{children}</div>
    </section>
  )
}
