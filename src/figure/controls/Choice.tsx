import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { Group } from './Group'

type Props<T extends string> = {
  legend: string
  options: readonly { value: T; label: ReactNode }[]
  value: T
  onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ legend, options, value, onChange }: Props<T>) {
  const name = useId()
  return (
    <Group name={legend} role="radiogroup">
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </Group>
  )
}
