/** A place in the window, in pixels from its upper left corner. */
export type Place = readonly [x: number, y: number]

/** What a browser must be able to do for the acts of acts.ts: the same few words for each. */
export type Driver = {
  goto: (url: string) => Promise<void>
  /** Runs a function in the page; it sees its arguments and the page, nothing else. */
  run: <A extends unknown[], R>(act: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>
  /** Presses keys, one after the other, by their names: "a", "Enter", "ArrowRight". */
  press: (...keys: string[]) => Promise<void>
  /** Moves the pointer there. */
  move: (to: Place) => Promise<void>
  /** Presses at the first place, moves over the others, and lets go at the last. */
  drag: (...places: Place[]) => Promise<void>
  close: () => Promise<void>
}

/** A browser of the list: whether this machine has it, and how it starts. */
export type Engine = {
  name: string
  /** What is missing here, as a sentence. */
  missing: () => string | undefined
  start: () => Promise<Driver>
}

export const size = { width: 1280, height: 900 }
