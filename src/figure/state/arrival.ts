import { words } from './words'
/**
 * What figures are starting from, a link or what this browser stored, until they have been drawn so. It is in storage
 * meanwhile: a page that hung over it finds it there the next time, and starts without it.
 */
const place = 'nudge-starting'

type Starts = Readonly<Record<string, string>>

function stored(): Starts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Starts) : {}
  } catch {
    return {}
  }
}

function store(starts: Starts) {
  try {
    if (Object.keys(starts).length > 0) localStorage.setItem(place, JSON.stringify(starts))
    else localStorage.removeItem(place)
  } catch {
    // A closed storage: then a page that hangs is not known the next time.
  }
}

const without = (starts: Starts, id: string): Starts =>
  Object.fromEntries(Object.entries(starts).filter(([key]) => key !== id))

const starting = new Map<string, string>()
/** What stopped a figure on this page, by its id: the link, and the message. */
const stopped = new Map<string, { link: string; message: string }>()
const anew = new Set<string>()

/** A figure is about to be drawn from `link`. Why it should not, as the end of a sentence; undefined if it may. */
export function depart(id: string, link: string): string | undefined {
  const here = stopped.get(id)
  if (here?.link === link) return words.stoppedHere(here.message)
  const before = stored()
  if (before[id] === link) {
    store(without(before, id))
    return words.stoppedPage
  }
  starting.set(id, link)
  store({ ...before, [id]: link })
  return undefined
}

const forget = (id: string) => starting.delete(id) && store(without(stored(), id))
/** Figures that broke while they were drawn. What stands round the break is told that it was drawn, all the same. */
const broken = new Set<string>()

/** It has been drawn; false if it broke. */
export function arrive(id: string): boolean {
  if (broken.has(id)) return false
  forget(id)
  return true
}

/** A figure begins, anew or for the first time. */
export const begin = (id: string): void => void broken.delete(id)

/** A figure broke. Whether it was over what it was starting from, which it then leaves out. */
export function brokeAtStart(id: string, message: string): boolean {
  broken.add(id)
  const link = starting.get(id)
  if (link === undefined) return false
  forget(id)
  stopped.set(id, { link, message })
  return true
}

/** The reader starts a figure anew, which leaves out the link. */
export const startAnew = (id: string): void => void anew.add(id)
/** Whether that is so, the first time it is asked. */
export const startsAnew = (id: string): boolean => anew.delete(id)
