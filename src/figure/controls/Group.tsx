import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'

type Props = { name: string; role?: 'group' | 'radiogroup'; children: ReactNode }

/** Controls that belong together, their name beside them: WebKit sets a fieldset's legend above them, whatever its style. */
export function Group({ name, role = 'group', children }: Props) {
  const id = useId()
  return (
    <div className="choice" role={role} aria-labelledby={id}>
      <span className="choice-name" id={id}>
        {name}
      </span>
      {children}
    </div>
  )
}
