import { useEffect, useReducer, useRef } from 'react'
import { towards, type Run, type Settings } from '../network/train'

/** The run that settings and steps lead to. A long way is gone in pieces, one a frame, and what was gone is kept. */
export function useRun({ data, H, seed, rate }: Settings, steps: number): Run {
  const kept = useRef<Run>(undefined)
  const [, again] = useReducer((n: number) => n + 1, 0)
  const run = towards(kept.current, { data, H, seed, rate }, steps)
  const missing = !run.stopped && run.losses.length - 1 < steps

  useEffect(() => {
    kept.current = run
    if (!missing) return
    const frame = requestAnimationFrame(again)
    return () => cancelAnimationFrame(frame)
  })
  return run
}
