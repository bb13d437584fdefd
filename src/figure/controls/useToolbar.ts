import { useState, type KeyboardEvent } from 'react'

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** A row of buttons as one stop for Tab, walked by arrow keys: what its bar takes, and each of its items. */
export function useToolbar() {
  const [stop, setStop] = useState(0)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = event.currentTarget.querySelectorAll('button')
    const to = steps[event.key]?.(stop, items.length)
    if (to === undefined) return
    event.preventDefault()
    items[to]?.focus()
  }
  return {
    bar: { onKeyDown },
    item: (i: number) => ({ tabIndex: i === stop ? 0 : -1, onFocus: () => setStop(i) }),
  }
}
