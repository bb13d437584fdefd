import { useMemo } from 'react'
import {
  Figure,
  FunctionField,
  Slider,
  Sweep,
  Tex,
  fields,
  longestFormula,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { largestStep } from '@/topics/quotient/model'
import { SidesPlot } from '@/topics/quotient/SidesPlot'
import { ZoomPlot } from '@/topics/quotient/ZoomPlot'
import { curveOf } from '@/topics/slope/curve'
import { checkFunctions, ofX, presets } from '@/topics/slope/functions'
import { Head } from '@/topics/slope/Head'
import { asQuotient, bothSides, least, model, reach, type State } from './model'
import { sentence, words } from './words'
import { WholePlot } from './WholePlot'

const spec: FigureSpec<State> = {
  start: { f: 'exp(x)', x: 0.5, e: -0.2 },
  fields: {
    f: fields.text(longestFormula),
    x: fields.real(-3, 3),
    e: fields.real(least, largestStep, { step: 0.2, label: words.asPower }),
  },
  check: ({ f }) => checkFunctions([f], ['x']),
}
const formula = tex`\dfrac{f(\x + h) - f(\x)}{h} = \slot{0}`

/** Zoom in on a curve until it is a line, with the whole curve beside it. */
export default function Zoom(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { f, x, e } = state

  const scene = model(state)
  const { fn, quotient, slope, view } = scene
  const curve = useMemo(() => curveOf(f, reach), [f])
  // The curves over all h change with f and x alone; a drag of h must not pay for them.
  const across = useMemo(() => bothSides(f, x), [f, x])
  const value = scene.defined ? num(quotient.value, 7) : 'none'
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(state, scene)}
      controls={
        <>
          <Slider {...bind('e')} symbol="log₁₀ h" />
          <Sweep of={bind('e')} />
          <Slider {...bind('x')} />
          <FunctionField
            label="f(x)"
            names={['x']}
            presets={presets}
            source={f}
            onChange={(source) => set({ f: source })}
          />
        </>
      }
    >
      <Head formula={ofX(fn.formula)} read={words.read(f)} spoken={words.quotientIs(value)}>
        <Tex of={formula} slots={[value]} />
      </Head>
      <div className="lens">
        <ZoomPlot state={asQuotient(state)} scene={scene} view={view} />
        <div>
          <WholePlot state={state} scene={scene} curve={curve} />
          <SidesPlot
            x={x}
            e={e}
            sides={across}
            limit={slope}
            least={least}
            ratio={2.2}
            onMove={(to) => set({ e: to })}
          />
        </div>
      </div>
    </Figure>
  )
}
