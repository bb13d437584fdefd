import { Readout, Says } from '@/figure'
import { Blocks } from './Blocks'
import { figures, type Jacobian, type Sizes } from './model'
import { inLetters } from '@/topics/letters/sentences'
import { conventionOf } from '@/topics/letters/conventions'
import { clipped, lookOf, type Course } from './pattern'
import { why, words } from './words'

type Props = { of: Jacobian; sizes: Sizes; course: Course }

/** One Jacobian: its pattern, why it looks so, and its size in full. */
export function JacobianPanel({ of, sizes, course }: Props) {
  const { N, D, M } = clipped(sizes)
  const whole = N === sizes.N && D === sizes.D && M === sizes.M
  const { letters } = conventionOf(course.letters)
  const name = `∂y/∂${letters[of.by]}`
  const exact = figures(of)
  const readouts = [
    ['numbers', words.numbers(name), exact.numbers],
    [words.canDiffer, words.canDifferIn(name), exact.canDiffer],
    [words.thatIs, words.share(name), exact.share],
    ['bytes', words.bytes(name), exact.bytes],
    [words.timesOwn(letters.w), words.against(letters.w, name), exact.times],
    [words.fitsIn, words.memories(name), exact.fits],
  ] as const
  return (
    <div className="memory-jacobian">
      <p className="memory-name">
        <b>{name}</b> <span className="shape">{words.asMatrix(of.flat)}</span>
      </p>
      <Blocks by={of.by} {...course} {...{ N, D, M, name }} />
      <div className="memory-why">
        <p>
          <Says text={inLetters(why(of.by, lookOf(of.by, course)), course.letters)} />
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
