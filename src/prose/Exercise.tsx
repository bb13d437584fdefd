import type { ReactNode } from 'react'

type Props = { children: ReactNode }

export const Exercise = ({ title, children }: Props & { title: string }) => (
  <section className="exercise" aria-label={`Exercise: ${title}`}>
    <p className="tag">
      Exercise <span>{title}</span>
    </p>
    {children}
  </section>
)

const Fold = ({ name, children }: Props & { name: string }) => (
  <details className="fold">
    <summary>{name}</summary>
    {children}
  </details>
)

export const Hint = ({ children }: Props) => <Fold name="Hint">{children}</Fold>
export const Solution = ({ children }: Props) => <Fold name="Worked solution">{children}</Fold>
