import { fields, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Backward } from './Backward'
import { steps } from './back'
import { checkState } from './check'
import { Forward } from './Forward'
import { start, type State } from './model'

const numbers = fields.matrix(5, 1e6)
const spec: FigureSpec<State> = {
  start,
  fields: {
    Q: numbers,
    K: numbers,
    V: numbers,
    dy: numbers,
    mask: fields.choice('none', 'causal'),
    of: fields.choice('Q', 'K', 'V'),
    row: fields.integer(0, 2),
    column: fields.integer(0, 4),
    delta: fields.real(-2, 2),
    step: fields.integer(0, steps.length - 1),
  },
  check: checkState,
}

/** A small head of attention: nudged forward, or walked back. */
export default function Attention({ back = false, ...props }: FigureProps<State> & { back?: boolean }) {
  const figure = useFigure(props, spec)
  return back ? <Backward figure={figure} /> : <Forward figure={figure} />
}
