import * as v from 'valibot'
import { createJSONStorage, persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { layerLetters, layouts, type LayerLetters, type Layout } from './letters'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
/** What is kept, and what of it there is before a reader has done anything. */
export const schema = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** How far each page was read, from 0 to 1. */
  progress: v.optional(v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1))), {}),
  /** What the reader answered, by the id of the prediction or exercise. */
  answers: v.optional(v.record(v.string(), v.string()), {}),
  /** Whether figures wait for predictions. */
  wait: v.optional(v.boolean(), true),
  layer: v.optional(v.picklist(layerLetters), 'handout'),
  jacobian: v.optional(v.picklist(layouts), 'output-first'),
  /** Layers that the reader keeps under a name. */
  programs: v.optional(v.record(v.string(), v.string()), {}),
  /** Practice: how many answers there were, and what was hard, with when it comes back. */
  practice: v.optional(
    v.object({
      answered: whole,
      hard: v.record(v.string(), v.object({ step: whole, after: whole, day: whole })),
    }),
    { answered: 0, hard: {} },
  ),
})

export type Preferences = v.InferOutput<typeof schema>
export type Theme = Preferences['theme']
type Kept = Preferences & { problem?: string }

const unreadable = 'What this browser had stored for the book could not be read, so it starts afresh.'
const closed =
  'This browser keeps no storage for the book: theme, progress and answers last until the page is closed.'

const place = 'nudge'

const report = (problem: string) => preferences.setState({ problem })

function isKept(text: string): boolean {
  try {
    const kept: unknown = JSON.parse(text)
    return kept === null || (typeof kept === 'object' && 'state' in kept)
  } catch {
    return false
  }
}

/** Local storage, where even touching it may throw; the page then works on and says so. */
const storage = createJSONStorage<Preferences>(() => ({
  getItem: (name) => {
    try {
      const text = localStorage.getItem(name)
      if (text === null || isKept(text)) return text
      report(unreadable)
    } catch {
      report(closed)
    }
    return null
  },
  setItem: (name, value) => {
    try {
      localStorage.setItem(name, value)
    } catch {
      // A full or closed storage; set only once, or reporting it would store again without end.
      if (!preferences.getState().problem) report(closed)
    }
  },
  removeItem: () => undefined,
}))

function merge(stored: unknown, present: Kept): Kept {
  const parsed = v.safeParse(schema, stored ?? {})
  return parsed.success ? { ...present, ...parsed.output } : { ...present, problem: unreadable }
}

/** What the reader's browser keeps: theme, progress, answers; and the sentence to show where it can't. */
export const preferences = createStore<Kept>()(
  persist((): Kept => v.parse(schema, {}), {
    name: place,
    version: 1,
    // What another version stored is taken as far as it has today's shape.
    migrate: (stored) => stored as Kept,
    skipHydration: true,
    ...(storage && { storage }),
    partialize: ({ problem: _, ...kept }) => kept,
    merge,
  }),
)

/** For a page that is a guest on someone else's: nothing is read from what this browser keeps, and nothing kept. */
export const keepNothing = () =>
  preferences.persist.setOptions({
    storage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  })

const read = () => void preferences.persist.rehydrate()

/**
 * Reads what is stored, now and whenever another tab has stored more, or the reader comes back to a page that was kept
 * as it stood: the next thing stored from here would undo that.
 */
export function readPreferences() {
  read()
  addEventListener('storage', (event) => event.key === place && read())
  addEventListener('pageshow', ({ persisted }) => persisted && read())
}

export const setTheme = (theme: Theme) => preferences.setState({ theme })
export const setPractice = (practice: Preferences['practice']) => preferences.setState({ practice })
export const setPrograms = (programs: Preferences['programs']) => preferences.setState({ programs })
export const setWait = (wait: boolean) => preferences.setState({ wait })
export const setLayer = (layer: LayerLetters) => preferences.setState({ layer })
export const setLayout = (jacobian: Layout) => preferences.setState({ jacobian })
export const setAnswer = (id: string, answer: string) =>
  preferences.setState(({ answers }) => ({ answers: { ...answers, [id]: answer } }))
/** Progress only grows: scrolling back does not unread. */
export const setProgress = (path: string, share: number) =>
  preferences.setState((now) => {
    const { [path]: before = 0 } = now.progress
    return share > before ? { progress: { ...now.progress, [path]: share } } : now
  })
