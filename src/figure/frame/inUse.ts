import type { SyntheticEvent } from 'react'
import { keepAtEdges } from './atEdges'

let used: string | undefined

/** The reader is at this figure: another one that follows it, screens away, keeps quiet. */
export const enter = (figure: string) => void (used = figure)

/** Whether a figure may speak: it is the one in use, or none is yet. */
export const speaks = (figure: string) => used === undefined || used === figure

let pressed = false

/**
 * Not under a finger: what moves to the edge while it is pressed misses its click. With the frame that draws the press,
 * not after it: a figure does not change twice for one act.
 */
function afterPress(act: () => void) {
  if (!pressed) return act()
  const released = () => requestAnimationFrame(act)
  addEventListener('pointerup', released, { once: true })
}

/** What a figure's frame listens to, before any of its controls does. */
export const uses = (figure: string) => {
  const here = ({ currentTarget, target }: SyntheticEvent<HTMLElement>) => {
    enter(figure)
    afterPress(() => keepAtEdges(currentTarget, target))
  }
  const press = (event: SyntheticEvent<HTMLElement>) => {
    pressed = true
    const released = () => (pressed = false)
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, released, { once: true })
    here(event)
  }
  return { onPointerDownCapture: press, onKeyDownCapture: here, onFocusCapture: here }
}
