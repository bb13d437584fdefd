import { Figure, Slider, Sweep, fields, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { num } from '@/plot/format'
import { GrownSquare } from '@/topics/slope/GrownSquare'
import { model, most, tenths, type State } from './model'
import { sentence, words } from './words'

const spec: FigureSpec<State> = {
  start: { x: 2, dx: 0.5 },
  fields: { x: fields.real(0.5, most.x), dx: fields.real(0, most.dx, { step: 0.05, label: words.nudge }) },
}

/** A square whose sides are nudged: what it gains is two strips, and a corner that soon does not matter. */
export default function Corner(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, bind } = figure
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge']}
      says={sentence(state, model(state))}
      controls={
        <>
          <Slider {...bind('dx')} />
          <Sweep of={bind('dx')} />
          <Slider {...bind('x')} />
        </>
      }
    >
      <div className="corner-picture">
        <GrownSquare side={state.x} by={state.dx} most={most.x + most.dx} />
        <div className="corner-scroll">
          <Shorter of={tenths(state)} />
        </div>
      </div>
    </Figure>
  )
}

/** The nudge, a tenth and a hundredth of it. */
const Shorter = ({ of }: { of: ReturnType<typeof tenths> }) => (
  <table className="corner-rows">
    <caption className="visually-hidden">{words.rows}</caption>
    <thead>
      <tr>
        <th scope="col" className="sym x">
          {words.nudge}
        </th>
        <th scope="col">{words.strips}</th>
        <th scope="col">{words.corner}</th>
        <th scope="col">{words.share}</th>
      </tr>
    </thead>
    <tbody>
      {of.map(({ dx, strips, corner, share }, k) => {
        const step = num(dx, 3)
        return (
          <tr key={k}>
            <th scope="row">{step}</th>
            <td>
              <output aria-label={words.stripsFor(step)} aria-live="off">
                {num(strips, 3)}
              </output>
            </td>
            <td>
              <output aria-label={words.cornerFor(step)} aria-live="off">
                {num(corner, 3)}
              </output>
            </td>
            <td>
              <output aria-label={words.shareFor(step)} aria-live="off">
                {words.percent(share)}
              </output>
            </td>
          </tr>
        )
      })}
    </tbody>
  </table>
)
