import { useEffect, useState } from 'react'
import { preferences, type LayerLetters } from '@/figure'

/** Which letters the reader has chosen for the layer; those of the handout until the figure is awake. */
export function useLetters(): LayerLetters {
  const [letters, set] = useState<LayerLetters>('handout')
  useEffect(() => {
    const show = () => set(preferences.getState().layer)
    show()
    return preferences.subscribe(show)
  }, [])
  return letters
}
