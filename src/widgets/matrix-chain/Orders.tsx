import { entryOf } from '@/autodiff'
import { Readout, Readouts } from '@/figure'
import { Curve, Dot, Label, Plane, Segment } from '@/plot'
import { grouped } from '@/plot/bytes'
import { nameOf, type Order, type Scene, type Sizes } from './model'
import { crossoverText, words } from './words'

type Both = NonNullable<Scene['orders']>
const names = { left: words.leftToRight, right: words.rightToLeft } as const

/** One order's products with what each makes and takes. */
function Steps({ order, of, most }: { order: Order; of: Both[Order]; most: number }) {
  return (
    <div className="chain-order">
      <p className="chain-order-name">{names[order]}</p>
      <ol>
        {of.steps.map(({ left, right, makes, operations }) => (
          <li key={left + right}>
            <b>{`${left} · ${right}`}</b>
            <span>{words.step(makes.join(' × '))}</span>
            <output aria-label={words.operationsFor(left, right)} aria-live="off">
              {grouped(operations)}
            </output>
          </li>
        ))}
      </ol>
      <svg className={`chain-bar ${order}`} width="100%" height="10" aria-hidden="true">
        <rect width={`${Math.max(0.5, (of.total / most) * 100)}%`} height="10" rx="3" />
      </svg>
      <Readout label={words.operations(names[order].toLowerCase())} symbol={words.inAll}>
        {grouped(of.total)}
      </Readout>
    </div>
  )
}

/** Both costs over K, the rows of the first factor: where the lines cross, the cheaper order changes. */
function Crossing({ of, sizes }: { of: Both; sizes: Sizes }) {
  const K = entryOf(sizes, 0, 0)
  const { left, right } = of.curves
  const all = [...left, ...right].map(([, operations]) => Math.log10(operations))
  const y = { min: 10 ** Math.floor(Math.min(...all)), max: 10 ** Math.ceil(Math.max(...all)), log: true }
  const upper = entryOf(left, 18, 1) > entryOf(right, 18, 1) ? 'left' : 'right'
  return (
    <Plane
      label={words.chart(crossoverText(of.crossover))}
      x={{ min: 1, max: 4096, log: true, label: words.K }}
      y={{ ...y, label: 'operations', count: 4 }}
      ratio={1.7}
    >
      <Curve points={left} />
      <Curve points={right} kind="nudge" />
      {of.crossover !== undefined && of.crossover <= 4096 && (
        <Segment className="thin soft" from={[of.crossover, y.min]} to={[of.crossover, y.max]} />
      )}
      <Dot at={[K, of.left.total]} />
      <Dot at={[K, of.right.total]} hollow />
      {(['left', 'right'] as const).map((order) => (
        <Label key={order} {...nameOf(of.curves[order], order === upper)}>
          {names[order]}
        </Label>
      ))}
    </Plane>
  )
}

/** What each order of multiplying costs, step by step, and for which K which one wins. */
export function Orders({ of, sizes }: { of: Both; sizes: Sizes }) {
  const most = Math.max(of.left.total, of.right.total)
  return (
    <div className="chain-orders">
      <div className="chain-both">
        <Steps order="left" of={of.left} most={most} />
        <Steps order="right" of={of.right} most={most} />
        <Readouts>
          <Readout label={words.same}>{crossoverText(of.crossover)}</Readout>
        </Readouts>
      </div>
      <Crossing of={of} sizes={sizes} />
    </div>
  )
}
