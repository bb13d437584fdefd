import { createStore } from 'zustand/vanilla'
import { setAnswer } from '../state/preferences'

/** A prediction that a figure waits for, and which parts of the figure it keeps covered (see Predict). */
export type Wait = { readonly prediction: string; readonly covers: string }
type Waiting = Readonly<Record<string, readonly Wait[]>>

/** Which figures wait, by id, and for what. Empty on the server, so that without a script none does. */
export const waiting = createStore<Waiting>(() => ({}))

/** Lets a figure wait until the reader has answered a prediction. */
export const lock = (figure: string, wait: Wait) =>
  waiting.setState((now) => ({ [figure]: [...(now[figure] ?? []), wait] }))

/** Whether a figure still waits for a prediction. */
export const waitsFor = (prediction: string) =>
  Object.values(waiting.getState()).some((list) => list.some((wait) => wait.prediction === prediction))

/** The prediction is answered or skipped: whatever waited for it alone is free. */
export const answered = (prediction: string) =>
  waiting.setState((now) =>
    Object.fromEntries(
      Object.entries(now).map(([id, list]) => [id, list.filter((wait) => wait.prediction !== prediction)]),
    ),
  )

/** Frees a figure for this visit, as a link to one of its states does. */
export const unlock = (figure: string) => waiting.setState({ [figure]: [] })
export const unlockAll = () => waiting.setState({}, true)

/** Frees a figure for good: what it waited for is remembered as skipped. */
export function skip(figure: string) {
  for (const { prediction } of waiting.getState()[figure] ?? []) {
    setAnswer(prediction, 'skip')
    answered(prediction)
  }
}
