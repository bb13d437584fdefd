import * as v from 'valibot'
import { persist } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'

const schema = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** How far each page was read, from 0 to 1. */
  progress: v.optional(v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1))), {}),
  /** What the reader answered, by the id of the prediction or exercise. */
  answers: v.optional(v.record(v.string(), v.string()), {}),
})

export type Preferences = v.InferOutput<typeof schema>
export type Theme = Preferences['theme']

const start: Preferences = { theme: 'system', progress: {}, answers: {} }

/** What the reader's browser keeps, and the sentence to show where it could not be read. */
export const preferences = createStore<Preferences & { problem?: string }>()(
  persist(() => ({ ...start }), {
    name: 'nudge',
    version: 1,
    skipHydration: true,
    partialize: ({ theme, progress, answers }) => ({ theme, progress, answers }),
    merge: (stored, present) => {
      const parsed = v.safeParse(schema, stored ?? {})
      if (parsed.success) return { ...present, ...parsed.output }
      return {
        ...present,
        problem: 'What this browser had stored for the book could not be read, so it starts afresh.',
      }
    },
    onRehydrateStorage: () => (_, error) => {
      if (error)
        preferences.setState({
          problem: 'What this browser had stored for the book could not be read, so it starts afresh.',
        })
    },
  }),
)

export const setTheme = (theme: Theme) => preferences.setState({ theme })
export const setAnswer = (id: string, answer: string) =>
  preferences.setState(({ answers }) => ({ answers: { ...answers, [id]: answer } }))
/** Progress only grows: scrolling back does not unread. */
export const setProgress = (path: string, share: number) =>
  preferences.setState((now) =>
    share > (now.progress[path] ?? 0) ? { progress: { ...now.progress, [path]: share } } : now,
  )
