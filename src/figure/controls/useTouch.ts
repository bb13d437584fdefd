import { useEffect, useRef } from 'react'

/**
 * Keeps the page from scrolling while a finger drags the element. `touch-action` would say the same, but Chromium heeds
 * it on a whole drawing alone, not on a part of one. What moves only sideways leaves vertical moves to the page.
 */
export function useTouch(along: 'x' | 'y' | undefined) {
  const element = useRef<SVGGElement>(null)
  useEffect(() => {
    const held = element.current
    if (!held) return
    let from: Touch | undefined
    const start = (event: TouchEvent) => {
      from = event.touches[0]
      if (along !== 'x') event.preventDefault()
    }
    const move = (event: TouchEvent) => {
      const to = event.touches[0]
      if (!from || !to || !event.cancelable) return
      const sideways = Math.abs(to.clientX - from.clientX) > Math.abs(to.clientY - from.clientY)
      if (along !== 'x' || sideways) event.preventDefault()
    }
    // A listener of React's may be passive, and a passive one can't keep the page where it is.
    held.addEventListener('touchstart', start, { passive: false })
    held.addEventListener('touchmove', move, { passive: false })
    return () => {
      held.removeEventListener('touchstart', start)
      held.removeEventListener('touchmove', move)
    }
  }, [along])
  return element
}
