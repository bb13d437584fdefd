import { useEffect, useState } from 'react'
import { preferences, type Layout } from '@/figure'

/** Which axes of a Jacobian come first for the reader; those of the output until the figure is awake. */
export function useLayout(): Layout {
  const [layout, set] = useState<Layout>('output-first')
  useEffect(() => {
    const show = () => set(preferences.getState().jacobian)
    show()
    return preferences.subscribe(show)
  }, [])
  return layout
}
