import { useEffect, useState } from 'react'
import { createWorker, openWorker } from '@/figure'
import { calls, type Calls } from './calls'
// oxlint-disable-next-line import/default -- Vite makes an address of it
import url from './worker?worker&url'
import { words } from './words'

type Name = keyof Calls
type Question<K extends Name> = Parameters<Calls[K]>[0]
type Found<K extends Name> = ReturnType<Calls[K]>

/** Milliseconds: what a reader types is worked on when the fingers rest, and no work goes on for longer than this. */
const [rest, longest] = [250, 12_000]

export type Answer<T> = {
  /** Of the last question that was answered. */
  readonly found: T | undefined
  /** It answers the present question. */
  readonly fresh: boolean
  readonly working: boolean
  /** Why there is no answer, as a sentence. */
  readonly problem: string
  readonly cancel: () => void
}

type Told<K extends Name> = { readonly key: string; readonly found?: Found<K>; readonly problem: string }

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

const lately = new Map<string, unknown>()

/** Answers at once; the same is not worked out twice while a reader drags. */
function answer<K extends Name>(key: string, call: K, question: Question<K>): Told<K> {
  try {
    if (lately.size > 12) lately.clear()
    // The call and its question come in one pair.
    if (!lately.has(key)) lately.set(key, (calls[call] as (asked: Question<K>) => Found<K>)(question))
    return { key, found: lately.get(key) as Found<K>, problem: '' }
  } catch (error) {
    return { key, problem: sentenceOf(error) }
  }
}

/** Asks a worker of its own, which ends with the answer, with the signal, or when it takes too long. */
async function ask<K extends Name>(key: string, signal: AbortSignal): Promise<Told<K>> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longest)])
  const worker = openWorker<Calls>(() => createWorker(url), limit)
  // Which this file wrote itself.
  const [call, question] = JSON.parse(key) as [K, Question<K>]
  try {
    return { key, found: (await worker.ask(call, question as never)) as Found<K>, problem: '' }
  } catch (error) {
    return { key, problem: limit.aborted ? words.tooLong(longest / 1000) : sentenceOf(error) }
  } finally {
    worker.end()
  }
}

/**
 * The answer to a question that may take long. What the book itself asks (`known`) is answered at once, as it was when
 * the page was drawn; a reader's goes to a worker, which is stopped by Cancel, by a new question, and after a while.
 */
export function useAnswer<K extends Name>(call: K, question: Question<K>, known: boolean): Answer<Found<K>> {
  const key = JSON.stringify([call, question])
  const [told, tell] = useState<Told<K>>()
  const now = known ? answer(key, call, question) : told?.key === key ? told : undefined
  const wanted = now === undefined

  useEffect(() => {
    if (!wanted) return
    const controller = new AbortController()
    const { signal } = controller
    const timer = setTimeout(() => {
      void ask<K>(key, signal).then((next) => {
        if (!signal.aborted) tell(next)
      })
    }, rest)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key, wanted])

  return {
    found: now?.found ?? told?.found,
    fresh: now?.found !== undefined,
    working: wanted,
    problem: now?.problem ?? '',
    cancel: () => tell({ key, problem: words.stopped }),
  }
}
