import { ceiling } from './ceiling.ts'
import { explicit } from './explicit.ts'
import { measure } from './measure.ts'
import { nudge } from './nudge.ts'
import { jax, tf } from './peers.ts'
import { small } from './small.ts'
import { sizes, type Contender } from './task.ts'

/** What bench/run.ts calls, in the browser. */
async function layer(rounds: number) {
  const contenders: Contender[] = [...(await nudge()), await jax(), await tf('wasm')]
  return { sizes, rows: await measure(contenders, rounds), most: await ceiling(3 * rounds) }
}

declare global {
  var bench: { layer: typeof layer; small: typeof small; explicit: typeof explicit }
}
globalThis.bench = { layer, small, explicit }
