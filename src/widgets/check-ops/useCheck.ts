import { useState } from 'react'
import { createWorker, openWorker, useTask } from '@/figure'
import { names, type Report, type State } from './model'
import type { Calls } from './worker'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import url from './worker?worker&url'
import { words } from './words'

type Progress = { doing: string; share: number }
type Found = { of: string; reports: ReadonlyMap<string, Report> }
const keyOf = ({ op, damage }: State) => `${op} ${damage}`

/** The check of every op in a worker, one op after the other, and what it has found so far for this state. */
export function useCheck(state: State) {
  const { start, cancel, progress, problem } = useTask<Progress>()
  const [found, setFound] = useState<Found>({ of: '', reports: new Map() })
  const run = () => {
    setFound({ of: keyOf(state), reports: new Map() })
    start(
      async (signal, tell) => {
        const worker = openWorker<Calls>(() => createWorker(url), signal)
        for (const [k, name] of names.entries()) {
          tell({ doing: words.checking(name), share: k / names.length })
          const report = await worker.ask('check', {
            name,
            damage: name === state.op ? state.damage : 'none',
          })
          if (signal.aborted) return
          setFound(({ of, reports }) => ({ of, reports: new Map(reports).set(name, report) }))
        }
        worker.end()
      },
      { doing: words.starting, share: 0 },
    )
  }
  const clear = () => {
    cancel()
    setFound({ of: '', reports: new Map() })
  }
  // What was found of another op's damage is true of that alone.
  const reports = found.of === keyOf(state) ? found.reports : new Map<string, Report>()
  return { reports, progress, problem, run, cancel, clear }
}
