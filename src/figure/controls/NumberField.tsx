import type { ComponentProps, ReactNode } from 'react'
import { NumberInput } from './NumberInput'

type Props = ComponentProps<typeof NumberInput> & {
  /** What stands before the field, if not its accessible name. */
  symbol?: ReactNode
}

/** A field for a number with its name before it. */
export const NumberField = ({ symbol, ...input }: Props) => (
  <label className="number-field">
    <span aria-hidden="true">{symbol ?? input.label}</span>
    <NumberInput {...input} />
  </label>
)
