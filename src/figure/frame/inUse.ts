import type { SyntheticEvent } from 'react'
import { keepAtEdges } from './atEdges'

let used: string | undefined

/** The reader is at this figure: another one that follows it, screens away, keeps quiet. */
export const enter = (figure: string) => void (used = figure)

/** Whether a figure may speak: it is the one in use, or none is yet. */
export const speaks = (figure: string) => used === undefined || used === figure

/** What a figure's frame listens to, before any of its controls does. */
export const uses = (figure: string) => {
  const here = ({ currentTarget, target }: SyntheticEvent<HTMLElement>) => {
    enter(figure)
    keepAtEdges(currentTarget, target)
  }
  return { onPointerDownCapture: here, onKeyDownCapture: here, onFocusCapture: here }
}
