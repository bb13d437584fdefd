import { useMemo } from 'react'
import {
  Choice,
  Figure,
  FunctionField,
  Readout,
  Slider,
  Tex,
  fields,
  longestFormula,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { acrossSteps, expectedBest, largestStep, model, smallest, type State } from '@/topics/quotient/model'
import { SidesPlot } from '@/topics/quotient/SidesPlot'
import { windowAt } from '@/topics/quotient/window'
import { sentence } from '@/topics/quotient/words'
import { ZoomPlot } from '@/topics/quotient/ZoomPlot'
import { checkFunctions, ofX, presets } from '@/topics/slope/functions'
import { Head } from '@/topics/slope/Head'
import { ErrorPlot } from './ErrorPlot'
import { Subtraction } from './Subtraction'
import { words } from './words'

const spec: FigureSpec<State> = {
  start: { f: 'exp(x)', x: 0.5, e: -4, method: 'one-sided', format: 'float64' },
  fields: {
    f: fields.text(longestFormula),
    x: fields.real(-3, 3),
    e: fields.real(smallest, largestStep, { step: 0.5, label: words.asPower }),
    method: fields.choice('one-sided', 'central'),
    format: fields.choice('float64', 'float32'),
  },
  check: ({ f }) => checkFunctions([f], ['x']),
}

const formulas = {
  'one-sided': tex`\dfrac{f(\x + h) - f(\x)}{h} = \slot{0}`,
  central: tex`\dfrac{f(\x + h) - f(\x - h)}{2h} = \slot{0}`,
}
const roots = { 'one-sided': '√ε', central: '∛ε' }
const spokenFormulas = {
  'one-sided': words.forward,
  central: words.central,
}

/** How far a quotient is off for every step: the curve that bends, and below it the numbers that give out. */
export default function HowSmall(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { f, x, e, method, format } = state

  const scene = model(state)
  const { fn, quotient, slope, error } = scene
  const view = windowAt(state, scene)
  // The curves over all h change with f and x alone; a drag of h must not pay for them.
  const across = useMemo(() => acrossSteps(f, x), [f, x])

  const value = scene.defined ? num(quotient.value, 7) : 'none'
  const best =
    'errors' in across
      ? across.errors.find((one) => one.method === method && one.format === format)?.best
      : undefined
  const moveTo = (exponent: number) => set({ e: exponent })
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(state, scene)}
      controls={
        <>
          <FunctionField
            label="f(x)"
            names={['x']}
            presets={presets}
            source={f}
            onChange={(source) => set({ f: source })}
          />
          <Slider {...bind('x')} />
          <Slider {...bind('e')} symbol="log₁₀ h" onChange={moveTo} />
          <Choice
            legend={words.quotient}
            options={[
              { value: 'one-sided', label: 'one-sided' },
              { value: 'central', label: 'central' },
            ]}
            value={method}
            onChange={(next) => set({ method: next })}
          />
          <Choice
            legend={words.numbers}
            options={[
              { value: 'float64', label: 'float64' },
              { value: 'float32', label: 'float32' },
            ]}
            value={format}
            onChange={(next) => set({ format: next })}
          />
        </>
      }
    >
      <Head
        formula={ofX(fn.formula)}
        read={words.read(f)}
        spoken={words.quotientIs(spokenFormulas[method], value)}
      >
        <Tex of={formulas[method]} slots={[value]} />
      </Head>
      <div className="small-plots">
        <ZoomPlot state={state} scene={scene} view={view} />
        {'errors' in across ? (
          <ErrorPlot state={state} series={across.errors} error={error} onMove={moveTo} />
        ) : (
          <SidesPlot x={x} e={e} sides={across} onMove={moveTo} />
        )}
      </div>
      <div className="small-numbers">
        <Subtraction state={state} quotient={quotient} />
        <div className="readouts">
          <Readout label={words.secant}>{value}</Readout>
          <Readout label={words.curve}>{slope === undefined ? 'none' : num(slope, 7)}</Readout>
          <Readout label={words.distance}>{error === undefined ? 'none' : num(error, 3)}</Readout>
          <Readout label={words.best}>{best === undefined ? 'none' : num(best, 2)}</Readout>
          <Readout label={words.bestFor(roots[method], format)}>
            {num(expectedBest(method, format), 2)}
          </Readout>
        </div>
      </div>
    </Figure>
  )
}
