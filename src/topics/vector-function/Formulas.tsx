import { Says } from '@/figure'
import { pretty, type VectorFunction } from './model'
import { words } from './words'

type Props = { of: VectorFunction; picked?: (i: number) => boolean }

/** A function's formulas, one an output; a picked one stands out. */
export const Formulas = ({ of, picked }: Props) => (
  <ul className="formulas" aria-label={words.function}>
    {of.outputs.map(({ fn }, i) => (
      <li key={i} className={picked?.(i) ? 'picked' : undefined}>
        <Says text={`{y.${i + 1}} = ${pretty(fn.source)}`} />
      </li>
    ))}
  </ul>
)
