import { useMemo } from 'react'
import {
  Button,
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
import { num } from '@/plot/format'
import { ChangeLine } from '@/topics/slope/ChangeLine'
import { curveOf, widened } from '@/topics/slope/curve'
import { checkFunctions, linear, ofX, presets } from '@/topics/slope/functions'
import { GrownSquare } from '@/topics/slope/GrownSquare'
import { Head } from '@/topics/slope/Head'
import { CurvePlot } from './CurvePlot'
import { Halves } from './Halves'
import { XLine } from './XLine'
import { inSight, model, none, partsOf, reach, sideOfSquare, squareOf, type State } from './model'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { f: 'x^2', x: 1, dx: 0.5 },
  fields: { f: fields.text(longestFormula), x: fields.real(-2, 2), dx: fields.real(-3, 3, { label: 'Δx' }) },
  check: ({ f }) => checkFunctions([f], ['x']),
}
const choices = [...presets, linear]
const sum = tex`\begin{alignedat}{3} f(\x + \Delta\x) &= f(\x) && {}+ f'(\x)\,\Delta\x && {}+ \text{remainder} \\ \slot{0} &\mathrel{\slot{4}} \slot{1} && {}+ \slot{2} && {}+ \slot{3} \end{alignedat}`
/** Nudge x by Δx: where the slope says that y goes, where y goes, and what is left over. */
export default function Nudge(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { f, x, dx } = state

  const scene = model(state)
  const { y, step } = scene
  const curve = useMemo(() => curveOf(f, reach), [f])
  const across = widened({ min: -reach, max: reach }, [x + dx], 0.04)
  const ends = [step.predicted, step.true].map((by) => (by === undefined ? y : (y ?? 0) + by))
  const up = widened(curve.range, [y, ...ends], 0.08)

  const show = (value: number | undefined) => (value === undefined ? none : num(value))
  const square = squareOf(state)
  const { parts, spoken } = partsOf(state, scene)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge']}
      says={sentence(state, scene)}
      controls={
        <>
          <FunctionField
            label="f(x)"
            names={['x']}
            presets={choices}
            source={f}
            onChange={(source) => set({ f: source })}
          />
          <Slider {...bind('x')} />
          <Slider {...bind('dx')} />
          <Sweep of={bind('dx')} within={inSight(x)} />
          <Button off={Math.abs(dx) < 1e-4} onClick={() => set({ dx: tidy(dx / 2) })}>
            {words.halve}
          </Button>
        </>
      }
    >
      <Head formula={ofX(scene.fn.formula)} read={words.read(f)} spoken={words.sum(spoken)}>
        <Tex of={sum} slots={parts} />
      </Head>
      <div className={square ? 'nudge-beside' : undefined}>
        <div className="nudge-picture">
          <XLine range={across} x={bind('x')} dx={bind('dx')} />
          <CurvePlot state={state} scene={scene} curve={curve} x={across} y={up} />
          <ChangeLine name="y" role="y" range={up} at={y} predicted={step.predicted} true={step.true} />
        </div>
        {square && <GrownSquare {...square} most={Math.max(sideOfSquare, square.side + square.by)} />}
      </div>
      <Readouts>
        <Readout label={words.predictedFull} symbol={words.predicted}>
          {show(step.predicted)}
        </Readout>
        <Readout label={words.trueFull} symbol={words.true}>
          {show(step.true)}
        </Readout>
        <Readout label={words.remainderFull} symbol={words.remainder}>
          {show(step.remainder)}
        </Readout>
        <Readout label={words.shrunkFull} symbol={words.shrunk}>
          {show(scene.perSquare)}
        </Readout>
      </Readouts>
      <Halves of={scene.halves} />
    </Figure>
  )
}
