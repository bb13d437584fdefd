import { useLayoutEffect, useRef, useState } from 'react'
import { speaks } from './inUse'

type Props = {
  text: string
  /** The figure that says it: only the one in use does. */
  of: string
  /** It goes on by itself: a sentence would be cut off by the next. */
  hushed?: boolean
}

/** Says a change to screen readers once the reader pauses, so that a drag is one announcement and not sixty. */
export function Announce({ text, of, hushed = false }: Props) {
  const [said, setSaid] = useState('')
  const first = useRef(text)
  // Not `useEffect`, which asks for a frame of its own with every move of a drag.
  useLayoutEffect(() => {
    if (hushed || (text === first.current && said === '')) return
    const timer = setTimeout(() => speaks(of) && setSaid(text), 700)
    return () => clearTimeout(timer)
  }, [text, said, of, hushed])
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
