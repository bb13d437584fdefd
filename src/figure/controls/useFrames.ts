import { useEffect, useRef, type RefObject } from 'react'

/**
 * Calls `onFrame` once a frame while `running`, and `onLeave` when the reader can't see the element any more: it is
 * scrolled out of sight, or the page is hidden. Whoever started it stops it then.
 */
export function useFrames(
  running: boolean,
  element: RefObject<Element | null>,
  onFrame: () => void,
  onLeave: () => void,
): void {
  const calls = useRef({ onFrame, onLeave })
  useEffect(() => {
    calls.current = { onFrame, onLeave }
  })
  useEffect(() => {
    if (!running || !element.current) return
    let frame = requestAnimationFrame(function next() {
      calls.current.onFrame()
      frame = requestAnimationFrame(next)
    })
    const leave = () => calls.current.onLeave()
    const hidden = () => document.hidden && leave()
    const watcher = new IntersectionObserver(([entry]) => entry && !entry.isIntersecting && leave())
    // Of a figure its controls are enough: on a small screen, Play and the picture may not fit together.
    watcher.observe(element.current.closest('figure') ?? element.current)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      cancelAnimationFrame(frame)
      watcher.disconnect()
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [running, element])
}
