import {
  Figure,
  FunctionField,
  Readout,
  Readouts,
  Slider,
  Sweep,
  Tex,
  fields,
  longestFormula,
  tex,
  tidy,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { written } from '@/plot/equation'
import { num } from '@/plot/format'
import { both, checkFunctions, links } from '@/topics/slope/functions'
import { Head } from '@/topics/slope/Head'
import { Picture } from './Picture'
import { model, renamed, type State } from './model'
import { useTravel } from './useTravel'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { f: 'x^2', g: 'sin(y)', x: 0.8, dx: 0.2 },
  fields: {
    f: fields.text(longestFormula),
    g: fields.text(longestFormula),
    x: fields.real(-3, 3),
    dx: fields.real(-1, 1, { label: 'Δx' }),
  },
  check: ({ f, g }) => checkFunctions([f, g], ['x', 'y']),
}
const [ofX, ofY] = [links('x'), links('y')]
const rule = tex`\frac{\partial z}{\partial \x} = \frac{\partial z}{\partial \y} \, \frac{\partial \y}{\partial \x} = \slot{0}`

/** A nudge goes from x through f to y and through g to z; each link stretches it by its rate. */
export default function Chain(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { at, send } = useTravel()

  const scene = model(state)
  const { f, g, rates, product, whole, swapped } = scene
  const show = (value: number | undefined) => (value === undefined ? 'none' : num(value))
  const numbers =
    rates.f === undefined || rates.g === undefined
      ? 'none'
      : written([[rates.g, rates.f]], product ?? NaN).whole
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge']}
      says={sentence(state, scene)}
      controls={
        <>
          <FunctionField
            label="y = f(x)"
            names={['x']}
            presets={ofX}
            source={state.f}
            onChange={(source) => set({ f: source })}
          />
          <FunctionField
            label="z = g(y)"
            names={['y']}
            presets={ofY}
            source={state.g}
            onChange={(source) => set({ g: source })}
          />
          <Slider {...bind('x')} />
          <Slider {...bind('dx')} />
          <Sweep of={bind('dx')} />
          <button type="button" className="primary" onClick={send}>
            {words.send}
          </button>
          <button type="button" onClick={() => set({ f: renamed(g, 'x'), g: renamed(f, 'y') })}>
            {words.swap}
          </button>
        </>
      }
    >
      <div className="telling">
        <Head
          formula={both(f.formula, g.formula)}
          read={words.read(state.f, state.g)}
          spoken={words.rule(numbers)}
        >
          <Tex of={rule} slots={[numbers]} />
        </Head>
      </div>
      <Picture state={state} scene={scene} travel={at} onNudge={(to) => bind('dx').onChange(tidy(to))} />
      <div className="telling">
        <Readouts>
          <Readout label={words.product}>{show(product)}</Readout>
          <Readout label={words.whole}>{show(whole)}</Readout>
          <Readout label={words.swapped}>{show(swapped)}</Readout>
        </Readouts>
      </div>
    </Figure>
  )
}
