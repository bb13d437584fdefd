import type { MouseEvent } from 'react'
import { setWait } from '../state/preferences'
import { skip, unlockAll } from './locks'
import { words } from './words'

const controls =
  '.figure-body :is(button:not([aria-disabled=true]), select, input:not([type=radio]:not(:checked)), [tabindex="0"])'

/** Puts the focus on the first thing in a figure that takes it. */
function focusIn(frame: Element | null) {
  for (const each of frame?.querySelectorAll<HTMLElement>(controls) ?? []) {
    each.focus()
    if (document.activeElement === each) return
  }
}

/** Lets no figure wait any more, on any page. */
function freeAll() {
  setWait(false)
  unlockAll()
}

/** Stands over a figure's controls while they wait for a prediction; one press ends that, for this figure or for all. */
export function Lock({ figure, prediction }: { figure: string; prediction: string }) {
  const press = (end: () => void) => (event: MouseEvent) => {
    const { currentTarget, detail } = event
    const frame = currentTarget.closest('figure')
    end()
    // Pressed by a key, the button had the focus and is gone; a finger's press must not call up a keyboard.
    if (detail === 0) requestAnimationFrame(() => focusIn(frame))
  }
  return (
    <div className="lock">
      <p>
        <span>
          {words.wait}
          <a href={`#${prediction}`}>{words.prediction}</a>.
        </span>
        <button type="button" onClick={press(() => skip(figure))}>
          {words.skip}
        </button>
        <button type="button" className="quiet" onClick={press(freeAll)}>
          {words.never}
        </button>
      </p>
    </div>
  )
}
