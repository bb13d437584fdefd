import { useEffect, useState } from 'react'

type Checker = typeof import('./checker')

/** The checker, once it is loaded: when the reader turns to the form, or a link brings a checked formula. */
export function useChecker(wanted: boolean) {
  const [checker, setChecker] = useState<Checker | 'missing'>()
  const [load] = useState(() => () => {
    void import('./checker').then(setChecker, () => setChecker('missing'))
  })
  useEffect(() => {
    if (wanted) load()
  }, [wanted, load])
  return { checker, load }
}
