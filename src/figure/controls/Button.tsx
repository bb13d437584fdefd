import type { ComponentProps } from 'react'

type Props = ComponentProps<'button'> & {
  /** Not to be used now. */
  off: boolean
}

/** A button that at times can't be used. It keeps the focus even then: what ended its use is often a press on it. */
export const Button = ({ off, onClick, ...rest }: Props) => (
  <button type="button" aria-disabled={off} onClick={off ? undefined : onClick} {...rest} />
)
