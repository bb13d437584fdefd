import { Readout } from '@/figure'
import { Blocks } from './Blocks'
import { figures, type Jacobian, type Sizes } from './model'
import { clipped } from './pattern'

const Sym = ({ of }: { of: 'x' | 'w' | 'y' }) => <i className={`sym ${of}`}>{of}</i>

// Made anew by each drawing: an element kept for good would keep what was once drawn round it.
const why = {
  x: () => (
    <>
      A row of <Sym of="y" /> comes from the same row of <Sym of="x" /> alone. So only the blocks on the
      diagonal, one for each of the N rows, can differ from zero. Each is a copy of <Sym of="w" />
      ᵀ.
    </>
  ),
  w: () => (
    <>
      A column of <Sym of="y" /> comes from the same column of <Sym of="w" /> alone. So each block is zero off
      its own diagonal. Along it stands one entry of <Sym of="x" />, M times.
    </>
  ),
}

/** One Jacobian: its pattern, why it looks so, and its size in full. */
export function JacobianPanel({ of, sizes }: { of: Jacobian; sizes: Sizes }) {
  const { N, D, M } = clipped(sizes)
  const whole = N === sizes.N && D === sizes.D && M === sizes.M
  const name = `∂y/∂${of.by}`
  const exact = figures(of)
  const readouts = [
    ['numbers', `Numbers in ${name}`, exact.numbers],
    ['can differ from zero', `Numbers in ${name} that can differ from zero`, exact.canDiffer],
    ['that is', `Share of ${name} that can differ from zero`, exact.share],
    ['bytes', `Bytes of ${name}, exactly`, exact.bytes],
    ['times x, w, y, ∂L/∂y', `${name} against x, w, y and ∂L/∂y together`, exact.times],
    ['fits in', `Memories that ${name} fits in`, exact.fits],
  ] as const
  return (
    <div className="memory-jacobian">
      <p className="memory-name">
        <b>{name}</b> <span className="shape">as a matrix, {of.flat}</span>
      </p>
      <Blocks by={of.by} {...{ N, D, M }} />
      <div className="memory-why">
        <p>{why[of.by]()}</p>
        <p className="memory-window">
          {whole ? 'Shown whole.' : `Shown for N\u00a0=\u00a0${N}, D\u00a0=\u00a0${D}, M\u00a0=\u00a0${M}.`}{' '}
          Blank is zero.
        </p>
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
