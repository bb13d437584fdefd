import { createStore } from 'zustand/vanilla'
import { setAnswer } from '../state/preferences'

type Waiting = Readonly<Record<string, readonly string[]>>

/** Which figures wait, by id, and for which predictions. Empty on the server, so that without a script none does. */
export const waiting = createStore<Waiting>(() => ({}))

/** Lets a figure wait until the reader has answered a prediction. */
export const lock = (figure: string, prediction: string) =>
  waiting.setState((now) => ({ [figure]: [...(now[figure] ?? []), prediction] }))

/** The prediction is answered or skipped: whatever waited for it alone is free. */
export const answered = (prediction: string) =>
  waiting.setState((now) =>
    Object.fromEntries(Object.entries(now).map(([id, list]) => [id, list.filter((p) => p !== prediction)])),
  )

/** Frees a figure for this visit, as a link to one of its states does. */
export const unlock = (figure: string) => waiting.setState({ [figure]: [] })

/** Frees a figure for good: what it waited for is remembered as skipped. */
export function skip(figure: string) {
  for (const prediction of waiting.getState()[figure] ?? []) {
    setAnswer(prediction, 'skip')
    answered(prediction)
  }
}
