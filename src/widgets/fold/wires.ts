import type { Diagram } from '@/derive'
import { contraction } from '@/plot/wires/contraction'
import type { Kind, State } from './model'

/** A step as joined wires, the letters that it lights, and whether the row reads as a product of matrices. */
export type Drawn = {
  readonly diagram: Diagram
  readonly lit: readonly string[]
  readonly reads: boolean
}

const dy = { name: '∂L/∂y', letters: 'nm' }

/** ∂L/∂y joined with the Jacobian; without its zeros that is the one copy, and a wire that runs bare past it. */
export function wires({ by }: Pick<State, 'by'>, kind: Kind): Drawn {
  const whole = kind !== 'drop' && kind !== 'fold' && kind !== 'turn'
  if (whole) {
    const own = by === 'x' ? 'id' : 'dj'
    const rates = { name: `∂y/∂${by}`, letters: `nm${own}` }
    return { diagram: [contraction([dy, rates], own)], lit: kind === 'entry' ? ['n', 'm'] : [], reads: false }
  }
  const [copy, bare] = by === 'x' ? [{ name: 'w', letters: 'dm' }, 'n'] : [{ name: 'x', letters: 'nd' }, 'm']
  const out = by === 'x' ? 'nd' : kind === 'fold' ? 'md' : 'dm'
  return {
    diagram: [contraction([dy, copy], out)],
    lit: kind === 'drop' ? [bare] : [],
    reads: kind !== 'drop',
  }
}
