import { useRef, useState, type KeyboardEvent } from 'react'
import { walk, type Place } from './grid'

/** A grid's one stop for Tab, and its arrow keys. `beyond` is told of a step that leaves the grid. */
export function useWalk(rows: number, columns: number, beyond?: (down: number, across: number) => void) {
  const [stop, setStop] = useState<Place>([0, 0])
  const grid = useRef<HTMLDivElement>(null)
  // The grid may have shrunk under the cell that had the tab stop.
  const at: Place = [Math.min(stop[0], rows - 1), Math.min(stop[1], columns - 1)]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const to = walk(event.key, at, rows, columns, event.ctrlKey)
    if (!to) return
    event.preventDefault()
    const edge = to[0] === at[0] && to[1] === at[1] && arrows[event.key]
    if (edge) beyond?.(edge[0], edge[1])
    else grid.current?.querySelectorAll<HTMLElement>('[role=gridcell]')[to[0] * columns + to[1]]?.focus()
  }
  return { grid, at, setStop, onKeyDown }
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
