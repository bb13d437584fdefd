import { useEffect, useState } from 'react'
import { trainer, type Run, type Settings } from '../network/train'

/** The run that settings and steps lead to; a long way is gone in pieces, one a frame. */
export function useRun(settings: Settings, steps: number): Run {
  const [train] = useState(trainer)
  const [, look] = useState(0)
  const run = train(settings, steps)
  const done = run.losses.length - 1
  const missing = !run.stopped && done < steps

  useEffect(() => {
    if (!missing) return
    const frame = requestAnimationFrame(() => look(done))
    return () => cancelAnimationFrame(frame)
  }, [missing, done])
  return run
}
