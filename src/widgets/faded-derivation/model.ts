import { add, entryOf, mul, nth, tensor } from '@/autodiff'
import { entry } from '@/plot/format'
import { pass, sliceBy } from '@/topics/linear-layer/model'
import { answers, blanks, layerOf, type Blank, type Faded } from './blanks'
import { product } from './product'
import { reasons, type Facts, type Verdict } from './words'

function factsOf(of: Faded): Facts {
  const { x, w } = layerOf(of)
  const [i, j] = [of.d - 1, of.m - 1]
  return {
    N: x.length,
    D: w.length,
    M: nth(w, 0).length,
    weight: entry('w', of.d, of.m),
    value: entryOf(w, i, j),
    moved: entry('y', 1, of.m),
    rate: entryOf(sliceBy(layerOf(of), 'w', i, j), 0, j),
  }
}

/** A verdict on each blank that is filled; the two factors of line 6 are tried together, once both are there. */
export function judge(of: Faded): Partial<Record<Blank, Verdict>> {
  const found: Partial<Record<Blank, Verdict>> = {}
  const because: Record<string, Record<string, Verdict>> = reasons(factsOf(of))
  for (const blank of blanks) {
    const verdict = because[blank]?.[of[blank]]
    if (verdict) found[blank] = verdict
  }
  if (of.left !== '' && of.right !== '') {
    const { says } = product(of, of.left, of.right)
    for (const blank of ['left', 'right'] as const)
      found[blank] = { right: of[blank] === answers[blank], says }
  }
  return found
}

/** The numbers of the chosen entry. What a blank asks for is null until that blank is right. */
export function scene(of: Faded) {
  const verdicts = judge(of)
  const right = (...names: Blank[]) => names.every((name) => verdicts[name]?.right)
  const layer = layerOf(of)
  const [i, j] = [of.d - 1, of.m - 1]
  const rates = sliceBy(layer, 'w', i, j)
  const products = mul(tensor(rates), tensor(of.dy)).toArray() as number[][]
  const { dw } = pass(layer)
  const known = { slice: right('moves'), sum: right('over', 'dyAt', 'xAt'), all: right('left', 'right') }
  return {
    verdicts,
    known,
    done: blanks.filter((blank) => verdicts[blank]?.right).length,
    slice: rates.map((row) => row.map((rate, column) => (column === j && !known.slice ? null : rate))),
    terms: rates.map((row, n) => ({
      x: nth(row, j),
      dy: entryOf(of.dy, n, j),
      product: entryOf(products, n, j),
    })),
    sum: products.reduce((total, row) => add(total, nth(row, j)), tensor(0)).item(),
    dw: dw.map((row, k) =>
      row.map((value, l) => (known.all || (known.sum && k === i && l === j) ? value : null)),
    ),
    fromCore: entryOf(dw, i, j),
  }
}
