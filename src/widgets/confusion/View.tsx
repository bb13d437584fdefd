import {
  fields,
  Figure,
  formulaOf,
  FunctionField,
  Slider,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num, settled } from '@/plot/format'
import { model, names, presets, type State } from './model'
import { sentence, words } from './words'

const spec: FigureSpec<State> = {
  start: { g: 'x + y', x: 1, y: 1 },
  fields: { g: formulaOf(names), x: fields.real(-5, 5), y: fields.real(-5, 5) },
}

/** A derivative within a derivative, with a number for each level and with a single level for all. */
export default function Confusion(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const scene = model(state)
  const { inner, outer, differences, differ } = scene
  const rows = [
    { way: words.numbered, inner: inner.right, outer: outer.right, wrong: false },
    { way: words.single, inner: inner.confused, outer: outer.confused, wrong: differ },
    { way: words.differences, inner: undefined, outer: differences ?? undefined, wrong: false },
  ]
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(scene)}
      controls={
        <>
          <FunctionField
            label={words.g}
            names={names}
            presets={presets}
            source={state.g}
            onChange={(g) => set({ g })}
          />
          <Slider {...bind('x')} symbol={<i className="sym x">x</i>} />
          <Slider {...bind('y')} symbol={<i className="sym y">y</i>} />
        </>
      }
    >
      <table className="two-ways">
        <thead>
          <tr>
            {[words.way, words.inner, words.outer].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ way, wrong, ...cells }) => (
            <tr key={way} className={wrong ? 'wrong-way' : undefined}>
              <th scope="row">{way}</th>
              {(['inner', 'outer'] as const).map((what) => (
                <td key={what}>
                  <output aria-label={words.cell(way, words[what])} aria-live="off">
                    {cells[what] === undefined ? '–' : num(settled(cells[what]), 4)}
                  </output>
                  {wrong && <span aria-hidden="true"> ✗</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Figure>
  )
}
