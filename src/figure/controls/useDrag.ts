import { useRef, type PointerEvent } from 'react'
import { stepSize, tidy } from './number'

type Options = {
  value: number
  step: number
  onChange: (value: number) => void
  /** A press without a move. */
  onTap: () => void
}

const threshold = 4
const pixelsPerStep = 6

/**
 * Scrubbing a number sideways. The handle's `touch-action: pan-y` leaves vertical moves to the page, so that a reader
 * who scrolls with a finger on a number scrolls.
 */
export function useDrag({ value, step, onChange, onTap }: Options) {
  const from = useRef<{ x: number; value: number; moved: boolean } | null>(null)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, value, moved: false }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = from.current
      if (!start) return
      const dx = event.clientX - start.x
      start.moved ||= Math.abs(dx) >= threshold
      if (start.moved) onChange(tidy(start.value + Math.round(dx / pixelsPerStep) * stepSize(step, event)))
    },
    onPointerUp() {
      if (from.current && !from.current.moved) onTap()
      from.current = null
    },
    onPointerCancel() {
      from.current = null
    },
    /** Escape in the middle of a drag: back to where it began. */
    undo() {
      if (!from.current) return false
      onChange(from.current.value)
      from.current = null
      return true
    },
  }
}
