import type { ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ErrorBoundary } from '@/figure/frame'
import { idsWith, IdsContext } from '@/plot/ids'
import { holdControls } from './hold'
import { LastingSlot } from './slot'

// Before the first figure wakes nobody is at its controls.
holdControls()

/** Wakes one island in place. */
export function hydrate(
  element: HTMLElement,
  View: ComponentType<Record<string, unknown>>,
  props: Record<string, unknown>,
  idPrefix: string,
  hasSlot: boolean,
) {
  const nodes = [...(element.querySelector('[data-slotted]')?.childNodes ?? [])]
  hydrateRoot(
    element,
    <IdsContext value={idsWith(idPrefix)}>
      {/* Marked for whoever has to wait until the figure listens, as the tests do. */}
      <ErrorBoundary id={String(props.id)} onMount={() => (element.dataset.awake = '')}>
        <View {...props}>{hasSlot ? <LastingSlot nodes={nodes} /> : undefined}</View>
      </ErrorBoundary>
    </IdsContext>,
    { onRecoverableError: (error) => console.error(error) },
  )
}
