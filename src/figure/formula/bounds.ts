import { BoundError, estimate, type Bounds, type Env, type Parsed } from '@/autodiff'

/** What a text that a reader typed may take, each time that it is computed. */
export const bounds = { entries: 100_000, operations: 1_000_000 } as const satisfies Bounds

/** The same for a function that is computed for every point of a curve: some five hundred times for one picture. */
export const ofCurve = { entries: 2_000, operations: 20_000 } as const satisfies Bounds

/** Why a formula is not computed on such inputs, as the end of a sentence; undefined where it takes little enough. */
export function tooMuch(f: Parsed['f'], env: Env, most: Bounds = bounds): string | undefined {
  try {
    estimate<[Env]>((given) => f(given), [env], most)
  } catch (error) {
    if (error instanceof BoundError) return error.message
    // Whatever else is wrong is told by whoever computes it.
  }
}
