import {
  Choice,
  fields,
  Figure,
  Formula,
  formulaOf,
  FunctionField,
  Readout,
  Readouts,
  Slider,
  Stepper,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { lineOf } from './lines'
import { Listing } from './Listing'
import { model, modes, names, presets, shownCodes, type State } from './model'
import { Table } from './Table'
import { modeNames, resultNames, sentence, stepName, words } from './words'

/** A long way after any run: the figure shows its end. */
const last = 999
const spec: FigureSpec<State> = {
  start: { f: 'x * sin(w * x)', x: 1.5, w: 0.8, mode: 'reverse', step: last },
  fields: {
    f: formulaOf(names),
    x: fields.real(-5, 5),
    w: fields.real(-5, 5),
    mode: fields.choice(...modes),
    step: fields.integer(0, 9999),
  },
}

/** A small program run by the core: the tape or the levels, step by step, beside the lines of code that act. */
export default function Tape(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { mode } = state
  const scene = model(state)
  const step = scene.steps[scene.index]
  const lit = step && lineOf(step.act)
  const acting = lit?.code ?? shownCodes[mode][0]
  return (
    <Figure
      of={figure}
      title={words.titles[mode]}
      says={sentence(scene)}
      controls={
        <>
          <Stepper
            step={Math.max(0, scene.index)}
            names={scene.steps.map((each) => stepName(each, scene))}
            onStep={(to) => set({ step: to })}
          />
          <Choice
            legend={words.mode}
            options={modes.map((value) => ({ value, label: modeNames[value] }))}
            value={mode}
            onChange={(to) => set({ mode: to, step: last })}
          />
          <FunctionField
            label={words.f}
            names={names}
            presets={presets}
            source={state.f}
            onChange={(f) => set({ f, step: last })}
          />
          <Slider {...bind('x')} symbol={<i className="sym x">x</i>} />
          <Slider {...bind('w')} symbol={<i className="sym w">w</i>} />
        </>
      }
    >
      <p className="tape-program">
        <Formula of={scene.fn.formula} said />
      </p>
      <div className="tape-beside">
        <div className="tape-codes" role="group" aria-label={words.codes}>
          {shownCodes[mode].map((code) => (
            <Listing
              key={code}
              of={code}
              lit={lit?.code === code ? lit.line : undefined}
              acts={code === acting}
            />
          ))}
        </div>
        <div className="tape-values">
          <Table scene={scene} mode={mode} />
          <Readouts>
            {scene.result.map(({ of, text }) => (
              <Readout key={of} label={resultNames[of]}>
                {text}
              </Readout>
            ))}
          </Readouts>
        </div>
      </div>
    </Figure>
  )
}
