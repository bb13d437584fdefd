import type { ReactNode } from 'react'

type Props = { children: ReactNode }

export const Exercise = ({ title, children }: Props & { title: string }) => (
  <section className="exercise" aria-label={`Exercise: ${title}`}>
    <p className="tag">
      Exercise <span>{title}</span>
      <button type="button" className="quiet needs-js share-it" aria-haspopup="dialog" data-more="">
        Share
      </button>
    </p>
    {children}
  </section>
)

const Fold = ({ name, kind, children }: Props & { name: string; kind: 'hint' | 'solution' }) => (
  <details className={`fold ${kind}`}>
    <summary>{name}</summary>
    {children}
  </details>
)

export const Hint = ({ children }: Props) => (
  <Fold name="Hint" kind="hint">
    {children}
  </Fold>
)
export const Solution = ({ children }: Props) => (
  <Fold name="Worked solution" kind="solution">
    {children}
  </Fold>
)
