import { Says } from '@/figure'
import { pretty, type VectorFunction } from './model'

type Props = { of: VectorFunction; picked?: (i: number) => boolean }

/** A function's formulas, one an output; a picked one stands out. */
export const Formulas = ({ of, picked }: Props) => (
  <ul className="formulas" aria-label="The function">
    {of.outputs.map(({ fn }, i) => (
      <li key={i} className={picked?.(i) ? 'picked' : undefined}>
        <Says text={`{y.${i + 1}} = ${pretty(fn.source)}`} />
      </li>
    ))}
  </ul>
)
