import type { MouseEvent } from 'react'
import { skip } from './locks'

const controls =
  '.figure-body :is(button:not([aria-disabled=true]), select, input:not([type=radio]:not(:checked)), [tabindex="0"])'

/** Puts the focus on the first thing in a figure that takes it. */
function focusIn(frame: Element | null) {
  for (const each of frame?.querySelectorAll<HTMLElement>(controls) ?? []) {
    each.focus()
    if (document.activeElement === each) return
  }
}

/** Stands over a figure's controls while they wait for a prediction; one press on Skip ends that. */
export function Lock({ figure, prediction }: { figure: string; prediction: string }) {
  const free = ({ currentTarget, detail }: MouseEvent) => {
    const frame = currentTarget.closest('figure')
    skip(figure)
    // Pressed by a key, Skip had the focus and is gone; a finger's press must not call up a keyboard.
    if (detail === 0) requestAnimationFrame(() => focusIn(frame))
  }
  return (
    <div className="lock">
      <p>
        <span>
          These controls wait for <a href={`#${prediction}`}>your prediction</a>.
        </span>
        <button type="button" onClick={free}>
          Skip
        </button>
      </p>
    </div>
  )
}
