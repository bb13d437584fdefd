import { useEffect, type ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ErrorBoundary } from '@/figure/frame'
import { idsWith, IdsContext } from '@/plot/ids'
import { redoEarlyActs, showTyped } from './acts'
import { holdControls } from './hold'
import { LastingSlot } from './slot'
import { keepWhole } from './translated'

// Before the first figure wakes nobody is at its controls.
holdControls()

/** Draws nothing; calls once all effects of what stands before it have run. */
function Awake({ onAwake }: { onAwake: () => void }) {
  useEffect(onAwake, [onAwake])
  return null
}

/** Wakes one island in place. */
export function hydrate(
  element: HTMLElement,
  View: ComponentType<Record<string, unknown>>,
  props: Record<string, unknown>,
  idPrefix: string,
  hasSlot: boolean,
) {
  const nodes = [...(element.querySelector('[data-slotted]')?.childNodes ?? [])]
  const onAwake = () => void redoEarlyActs(element)
  element.dataset.waking = ''
  hydrateRoot(
    element,
    <IdsContext value={idsWith(idPrefix)}>
      <ErrorBoundary id={String(props.id)}>
        <View {...props}>{hasSlot ? <LastingSlot nodes={nodes} /> : undefined}</View>
      </ErrorBoundary>
      <Awake onAwake={onAwake} />
    </IdsContext>,
    { onRecoverableError: (error) => console.error(error) },
  )
  keepWhole(element)
  showTyped(element)
}
