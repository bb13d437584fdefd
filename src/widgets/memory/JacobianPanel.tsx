import { Readout, Says } from '@/figure'
import { Blocks } from './Blocks'
import { figures, type Jacobian, type Sizes } from './model'
import { clipped } from './pattern'
import { words } from './words'

/** One Jacobian: its pattern, why it looks so, and its size in full. */
export function JacobianPanel({ of, sizes }: { of: Jacobian; sizes: Sizes }) {
  const { N, D, M } = clipped(sizes)
  const whole = N === sizes.N && D === sizes.D && M === sizes.M
  const name = `∂y/∂${of.by}`
  const exact = figures(of)
  const readouts = [
    ['numbers', words.numbers(name), exact.numbers],
    [words.canDiffer, words.canDifferIn(name), exact.canDiffer],
    [words.thatIs, words.share(name), exact.share],
    ['bytes', words.bytes(name), exact.bytes],
    [words.timesOwn, words.against(name), exact.times],
    [words.fitsIn, words.memories(name), exact.fits],
  ] as const
  return (
    <div className="memory-jacobian">
      <p className="memory-name">
        <b>{name}</b> <span className="shape">{words.asMatrix(of.flat)}</span>
      </p>
      <Blocks by={of.by} {...{ N, D, M }} />
      <div className="memory-why">
        <p>
          <Says text={words.why[of.by]} />
        </p>
        <p className="memory-window">{words.shown(whole ? undefined : { N, D, M })}</p>
      </div>
      <div className="memory-exact">
        {readouts.map(([symbol, label, value]) => (
          <Readout key={symbol} label={label} symbol={symbol}>
            {value}
          </Readout>
        ))}
      </div>
    </div>
  )
}
