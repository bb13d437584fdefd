import { useLayoutEffect, useRef, type RefObject } from 'react'

type Seen = { left: number; top: number; width: number; height: number; className: string; text: string }

const timing = { duration: 400, easing: 'cubic-bezier(0.3, 0, 0.2, 1)' }

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

function look(cell: HTMLElement): Seen {
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height, className } = cell
  return { left, top, width, height, className, text: cell.textContent ?? '' }
}

const shift = (from: Seen, to: Seen) => `translate(${from.left - to.left}px, ${from.top - to.top}px)`

/** All but the picked cell fade on the way, so that the eye can follow the one. */
function frames(cell: HTMLElement, from: string): Keyframe[] {
  const path = [{ transform: from }, { transform: 'none' }]
  const marked = cell.parentElement?.parentElement?.querySelector('.cell.active')
  if (!marked || cell === marked) return path
  return [
    { ...path[0], opacity: 1 },
    { opacity: 0.3, offset: 0.5 },
    { ...path[1], opacity: 1 },
  ]
}

/** A picture of a cell that is gone, on its way to the cell that took it in. */
function ghost(was: Seen, to: Seen, into: HTMLElement) {
  const copy = document.createElement('div')
  copy.className = was.className
  copy.textContent = was.text
  Object.assign(copy.style, {
    position: 'absolute',
    left: `${to.left}px`,
    top: `${to.top}px`,
    width: `${was.width}px`,
    height: `${was.height}px`,
  })
  into.append(copy)
  const flight = copy.animate(
    [
      { transform: shift(was, to), opacity: 1 },
      { transform: 'none', opacity: 0.5 },
    ],
    timing,
  )
  for (const end of ['finish', 'cancel'] as const) flight.addEventListener(end, () => copy.remove())
}

type Options = {
  /** Which entry each cell of the grid shows, in the order of the document. */
  entries: readonly number[]
  /** Cells fly when `place` changes while `kind` stays: the same entries, arranged in another way. */
  kind: string
  place: string
  /** The entry that takes in one that is no longer drawn. */
  merge: ((entry: number) => number | undefined) | undefined
}

/**
 * Lets a grid's cells travel from where their entries stood to where they stand now. The grid has to be positioned;
 * `ghosts` is an empty element in it, where pictures of vanished cells fly. Reduced motion: the end state at once.
 */
export function useFlight(
  grid: RefObject<HTMLElement | null>,
  ghosts: RefObject<HTMLElement | null>,
  { entries, kind, place, merge }: Options,
) {
  const before = useRef<{ kind: string; seen: Map<number, Seen> }>(undefined)
  useLayoutEffect(() => {
    const cells = [...(grid.current?.querySelectorAll<HTMLElement>('[role=gridcell]') ?? [])]
    const now = new Map<number, Seen>()
    // The role is part of the place too, or a ghost would fly in the hue of an earlier step.
    cells.forEach((cell, k) => now.set(entries[k] ?? -1, look(cell)))
    const old = before.current
    before.current = { kind, seen: now }
    if (old?.kind !== kind || calm()) return
    cells.forEach((cell, k) => {
      const [was, is] = [old.seen.get(entries[k] ?? -1), now.get(entries[k] ?? -1)]
      if (was && is && (was.left !== is.left || was.top !== is.top))
        cell.animate(frames(cell, shift(was, is)), timing)
    })
    if (merge && ghosts.current)
      for (const [entry, was] of old.seen) {
        const to = now.has(entry) ? undefined : now.get(merge(entry) ?? -1)
        if (to) ghost(was, to, ghosts.current)
      }
    // Only another arrangement makes cells fly; `entries` and `merge` follow from it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kind, place])
}
