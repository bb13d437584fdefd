import { useEffect, useState } from 'react'
import { preferences, type LayerLetters } from '@/figure'
import { loadKit } from './drawn'

/**
 * Which letters the reader has chosen for the layer; those of the handout until the figure is awake. `more` fetches what
 * else a figure needs for others; it is made outside of the figure.
 */
export function useLetters(more?: () => Promise<void>): LayerLetters {
  const [letters, set] = useState<LayerLetters>('handout')
  useEffect(() => {
    let gone = false
    const show = async () => {
      if (preferences.getState().layer !== 'handout') {
        await loadKit()
        await more?.()
      }
      if (!gone) set(preferences.getState().layer)
    }
    void show()
    const stop = preferences.subscribe(() => void show())
    return () => {
      gone = true
      stop()
    }
  }, [more])
  return letters
}
