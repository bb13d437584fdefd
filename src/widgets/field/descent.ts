import { dot, length, plus, type Pair, type Surface } from '@/topics/surface/model'
import { troubleAt } from '@/topics/surface/trouble'
import { extent } from '@/topics/surface/surfaces'

/** How many steps are taken, if nothing ends the walk before. */
export const steps = 24
/** The largest step size, as a multiple of the gradient. */
export const fastest = 1.2

export type Descent = {
  /** From x on, a place for each step. */
  readonly way: readonly Pair[]
  /** y at its start and at its last place. */
  readonly from: number
  readonly to: number
  /** How many steps turned back on the one before: the walk bounces. */
  readonly turns: number
  /** It has left the picture, or come to a place without a gradient. */
  readonly ended: 'away' | 'nowhere' | undefined
}

const inSight = (at: Pair) => at.every((place) => Math.abs(place) <= extent)

/** Steps down the slope from x, each `rate` times the gradient where it starts, and against it. */
export function descend(surface: Surface, x: Pair, rate: number): Descent {
  const way: Pair[] = [x]
  let [at, last, turns] = [x, undefined as Pair | undefined, 0]
  let ended: Descent['ended']
  for (let k = 0; k < steps && !ended; k++) {
    // Asked for at the start alone: it takes many looks, and no later step lands on a kink but by chance.
    const trouble = k === 0 ? troubleAt(surface, at) : undefined
    const gradient = trouble ? trouble.gradient : surface.gradient(at)
    if (!gradient?.every(Number.isFinite)) ended = 'nowhere'
    else {
      const step: Pair = [-rate * gradient[0], -rate * gradient[1]]
      if (last && length(step) > 1e-6 && dot(step, last) < 0) turns++
      at = plus(at, step)
      last = step
      if (inSight(at)) way.push(at)
      else ended = 'away'
    }
  }
  return { way, from: surface.value(x), to: surface.value(way.at(-1) ?? x), turns, ended }
}
