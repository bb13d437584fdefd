import { matmul, Tensor, vjp } from '@/autodiff'
import { serve } from '@/figure/pure'
import { entriesAt, right, type Places } from '../run-it/check'
import { layerOf, type Sizes } from '../run-it/layer'
import { onCard } from './card'
import { answerOf, backToW, backToX, firstRows, forward, matrices, type Results } from './loops'

type Asked = { sizes: Sizes; places: Places }
/** How far it is, from 0 to 1. */
type Tell = (share: number) => void

function byLoops(sizes: Sizes, tell: Tell) {
  const [all, rows] = [matrices(sizes), firstRows(sizes)]
  const start = performance.now()
  const y = forward(sizes, rows.N, all)
  tell(1 / 3)
  const dx = backToX(sizes, rows.N, all)
  tell(2 / 3)
  const dw = backToW(sizes, rows.D, all)
  return { results: { y, dx, dw }, milliseconds: performance.now() - start, share: rows.N / sizes.N }
}

/** The core's own products: this worker never loads the kernel. */
function byProducts(sizes: Sizes) {
  const { N, D, M } = sizes
  const { x, w, dy } = matrices(sizes)
  const start = performance.now()
  const [y, pull] = vjp(
    (a: Tensor, b: Tensor) => matmul(a, b),
    [new Tensor(x, [N, D]), new Tensor(w, [D, M])],
  )
  const [dx, dw] = pull(new Tensor(dy, [N, M]))
  const milliseconds = performance.now() - start
  const results = { y: y.data, dx: dx.data, dw: dw.data } as Results
  return { results, milliseconds, share: 1 }
}

const small = layerOf(4)
const silent = () => undefined
/** Does the work once it was done on a small layer, so that it is compiled; gives the entries at the places alone. */
function warmed(
  work: (sizes: Sizes, tell: Tell) => ReturnType<typeof byLoops>,
  { sizes, places }: Asked,
  tell: Tell,
) {
  for (let k = 0; k < 3; k++) work(small, silent)
  const { results, ...measured } = work(sizes, tell)
  return { ...measured, entries: entriesAt(answerOf(sizes, results), places) }
}

const calls = {
  right: ({ sizes, places }: Asked) => right(sizes, places),
  loops: (asked: Asked, tell: Tell) => warmed(byLoops, asked, tell),
  products: (asked: Asked, tell: Tell) => warmed(byProducts, asked, tell),
  card: ({ sizes, places, half }: Asked & { half: boolean }) => onCard(sizes, half, places),
}
export type Calls = typeof calls
serve(calls)
