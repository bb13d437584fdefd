import { useCallback, useEffect, useRef, useState } from 'react'

export type Task<P> = {
  /** The last that was told, from the start of a run until its end. */
  progress: P | undefined
  /** Why the last run broke off, as a sentence; '' otherwise. */
  problem: string
  /** Begins anew; what was running is cancelled. */
  start: (work: (signal: AbortSignal, tell: (progress: P) => void) => Promise<void>, first: P) => void
  cancel: () => void
}

/**
 * A figure's long task: one at a time, with progress and Cancel. It ends when the figure goes, and when the reader
 * leaves the page, also to come back to it. What runs on the signal (see task.ts) ends with it.
 */
export function useTask<P>(): Task<P> {
  const [progress, setProgress] = useState<P>()
  const [problem, setProblem] = useState('')
  const running = useRef<AbortController>(undefined)

  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setProgress(undefined)
  }, [])
  const start: Task<P>['start'] = (work, first) => {
    cancel()
    const controller = new AbortController()
    running.current = controller
    setProblem('')
    setProgress(() => first)
    const tell = (next: P) => {
      if (!controller.signal.aborted) setProgress(() => next)
    }
    work(controller.signal, tell)
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
      })
      .finally(() => {
        if (running.current === controller) cancel()
      })
  }
  useEffect(() => {
    addEventListener('pagehide', cancel)
    return () => {
      removeEventListener('pagehide', cancel)
      running.current?.abort()
    }
  }, [cancel])

  return { progress, problem, start, cancel }
}
