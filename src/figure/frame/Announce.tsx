import { useLayoutEffect, useRef, useState } from 'react'

/** Says a change to screen readers once the reader pauses, so that a drag is one announcement and not sixty. */
export function Announce({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const first = useRef(text)
  // Not `useEffect`, which asks for a frame of its own with every move of a drag.
  useLayoutEffect(() => {
    if (text === first.current && said === '') return
    const timer = setTimeout(() => setSaid(text), 700)
    return () => clearTimeout(timer)
  }, [text, said])
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
