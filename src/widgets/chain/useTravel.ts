import { useEffect, useState } from 'react'

/** Legs of the way: the nudge, the link f, the change of y, the link g, the change of z. */
const legs = 5
const perLeg = 400

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** How far the nudge has come, from 0 to 5, and what sends it off again; a reader who wants no motion sees the end. */
export function useTravel(): { at: number; send: () => void } {
  const [at, setAt] = useState(legs)
  const [trip, setTrip] = useState(0)
  useEffect(() => {
    if (trip === 0 || still()) return
    const start = performance.now()
    let frame = requestAnimationFrame(function step(now) {
      const done = Math.min(legs, (now - start) / perLeg)
      setAt(done)
      if (done < legs) frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [trip])
  return { at, send: () => setTrip((count) => count + 1) }
}
