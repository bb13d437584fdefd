import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { clamp } from '../controls/number'
import { arrive, begin, depart, startsAnew } from './arrival'
import { wake, type Kept } from './awake'
import type { Bounds, Fields } from './fields'
import { figureIn } from './figureIn'
import { fromLink, toLink } from './link'
import { preferences, setAnswer } from './preferences'
import { words } from './words'

/** What every widget takes: `start` changes its first state, `number` comes from the page, `children` is the caption. */
export type FigureProps<S> = { id: string; number?: string; start?: Partial<S>; children?: ReactNode }

/** The names of the numbers in a state. */
type NumberIn<S> = { [K in keyof S]: S[K] extends number ? K : never }[keyof S] & string

/** All that a control needs of a number: `<Slider {...bind('x')} />`. */
export type Bound = Bounds & { label: string; value: number; onChange: (value: number) => void }

export type FigureHandle<S extends object> = {
  id: string
  number: string | undefined
  caption: ReactNode
  state: S
  set: (change: Partial<S>) => void
  /** A number of the state with the bounds of its field and what sets it. */
  bind: (name: NumberIn<S>) => Bound
  reset: () => void
  /** The link to the present state, from the hash on. */
  link: () => string
  /** A sentence about bad input, until the next change. */
  notice: string
  warn: (sentence: string) => void
}

export type FigureSpec<S extends object> = {
  start: S
  fields: Fields<S>
  check?: (state: S) => string | undefined
  /** The reader's browser keeps the state over a reload: for answers, which cost the reader work. */
  keep?: boolean
}

function keep(id: string, link: string) {
  setAnswer(id, link)
  // A reload has to bring back this, and not what the page's own link asked for before.
  if (figureIn(location.hash) === id) history.replaceState(history.state, '', `#${id}`)
}

/** One store per figure: the reader's few numbers, set by the link if it names this figure. */
export function useFigure<S extends object>(props: FigureProps<S>, spec: FigureSpec<S>): FigureHandle<S> {
  const { id, number, children: caption } = props
  const [start] = useState<S>(() => ({ ...spec.start, ...props.start }))
  const [store] = useState(() => createStore<Kept<S>>(() => ({ state: start, notice: '' })))
  const { state, notice } = useStore(store)
  const judged = useRef(true)
  // For good, so that what takes one of them alone is not drawn again with every move of a drag.
  const [acts] = useState(() => {
    const link = () => toLink(id, store.getState().state, start, spec.fields)
    const put = (next: S) => {
      judged.current = false
      store.setState({ state: next, notice: '' })
    }
    return {
      set: (change: Partial<S>) => put({ ...store.getState().state, ...change }),
      bind: (name: NumberIn<S>): Bound => {
        const { bounds } = spec.fields[name]
        if (!bounds) throw new Error(`The field “${name}” has no bounds: make it by real or integer.`)
        const onChange = (value: number) =>
          put({ ...store.getState().state, [name]: clamp(value, bounds.min, bounds.max) })
        return { label: name, ...bounds, value: Number(store.getState().state[name]), onChange }
      },
      reset: () => put(start),
      link,
      warn: (sentence: string) => store.setState({ notice: sentence }),
    }
  })

  useLayoutEffect(() => {
    if (!arrive(id)) return
    // Only now that it has been drawn, which judges it: an answer that breaks the page is not there the next time.
    if (spec.keep && !judged.current) keep(id, acts.link())
    judged.current = true
  }, [id, state, spec, acts])

  useEffect(() => {
    const refuse = (sentence: string) => store.setState({ state: start, notice: sentence })
    // Only after hydration, which must see what the server drew.
    const take = (link: string, source: string) => {
      const found = fromLink(link, id, start, spec, source)
      if (!found) return
      const trouble = 'state' in found ? depart(id, link) : undefined
      if (trouble) return refuse(words.refused(source, trouble))
      if ('state' in found) store.setState({ state: found.state, notice: '' })
      else if (spec.keep && store.getState().state !== start)
        store.setState({ notice: words.stays(found.error) })
      else refuse(words.showsStart(found.error))
    }
    const follow = () => take(location.hash, words.theLink)
    begin(id)
    if (!startsAnew(id)) {
      const { [id]: answer = '' } = spec.keep ? preferences.getState().answers : {}
      // Which this book wrote itself: where it has a +, from before, it is a space.
      take(answer.replaceAll('+', '%20'), words.stored)
      follow()
    }
    addEventListener('hashchange', follow)
    const sleep = wake(id, store, acts.link)
    return () => {
      sleep()
      removeEventListener('hashchange', follow)
    }
  }, [id, start, spec, store, acts])

  return { id, number, caption, state, notice, ...acts }
}
