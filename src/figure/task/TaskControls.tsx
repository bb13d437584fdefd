import { words } from './words'
type ButtonProps = {
  running: boolean
  start: () => void
  cancel: () => void
  primary?: boolean
  children: string
}

/** Starts a task and, while it runs, cancels it: one button, so that the focus stays where it is. */
export function TaskButton({ running, start, cancel, primary = true, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={primary && !running ? 'task-button primary' : 'task-button'}
      onClick={running ? cancel : start}
    >
      {running ? words.cancel : children}
    </button>
  )
}

/** How far a task is, as a bar and in words. Its place is kept while nothing runs. */
export function TaskProgress({ of }: { of: { doing: string; share: number } | undefined }) {
  return (
    <span className={of ? 'task-progress' : 'task-progress idle'}>
      <progress aria-label={words.progress} max={1} value={of?.share ?? 0} />
      <span>{of?.doing ?? ''}</span>
    </span>
  )
}

/** A measured value; a dash, and words for the ear, before there is one. */
export const Measured = ({ children }: { children: string | undefined }) =>
  children === undefined ? (
    <span className="not-measured">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words.notYet}</span>
    </span>
  ) : (
    <span className="known">{children}</span>
  )
