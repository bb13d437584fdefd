import { useEffect, useState } from 'react'
import { judging, loadJudge } from './judging'

/** Whether a verdict may be shown: where it is not “right”, once other letters could be asked too, or cannot be. */
export function useJudge(kind: string | undefined): boolean {
  const wanted = kind !== undefined && kind !== 'right'
  const [ready, set] = useState(judging() !== undefined)
  useEffect(() => {
    if (!wanted || ready) return
    let gone = false
    const done = () => gone || set(true)
    void loadJudge().then(done, done)
    return () => {
      gone = true
    }
  }, [wanted, ready])
  return !wanted || ready
}

/** What a widget waits for that is drawn with an answer: its verdict stands there as soon as it wakes. */
export const judgeFirst = ({ start }: { start?: { checked?: string } | undefined }) =>
  start?.checked ? loadJudge() : undefined
