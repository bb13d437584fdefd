import { memo } from 'react'
import type { Kind, Role } from './role'

type Entry = {
  readonly name: string
  readonly role?: Role
  readonly kind?: Kind
  readonly className?: string
}

/** What the lines of a plot are, each with a piece of it. */
export const Key = memo(({ of }: { of: readonly Entry[] }) => (
  <ul className="plot-key" aria-label="Lines">
    {of.map(({ name, role = 'ink', kind = 'value', className = '' }) => (
      <li key={name}>
        <svg width="20" height="10" aria-hidden="true">
          <path className={`curve ${role} ${kind === 'nudge' ? 'dashed' : kind} ${className}`} d="M0 5H20" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
))
