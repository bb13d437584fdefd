import { nth } from '@/autodiff'
import { Choice, CopyText, fields, Figure, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { most } from '@/topics/memory/model'
import { programOf, programs } from '@/topics/programs/programs'
import { Backward } from './Backward'
import { CheckPanel } from './CheckPanel'
import { Code } from './Code'
import { Costs } from './CostsPanel'
import { Controls } from './Controls'
import { Derivation } from './Derivation'
import { KeptPrograms } from './KeptPrograms'
import { JacobianPanel } from './JacobianPanel'
import { model } from './model'
import { PassesPanel } from './PassesPanel'
import { ProgramLines } from './ProgramLines'
import { counts, longestLines, longestProgram, mostSteps, panels, startOf, type State } from './state'
import { sentence, words } from './words'

const first = programOf('relu')
const spec: FigureSpec<State> = {
  start: startOf(first.text, nth(first.by, 0)),
  fields: {
    program: fields.text(longestProgram),
    sizes: counts(1, 1e6, 20),
    entries: counts(-1e6, 1e6, 200),
    seed: fields.integer(1, 999),
    of: fields.text(40),
    head: fields.text(40),
    panel: fields.choice(...panels),
    numbers: fields.choice('shown', 'hidden'),
    large: counts(1, most, 20),
    format: fields.choice('float64', 'float32', 'bfloat16', 'float8'),
    lines: fields.text(longestLines),
    step: fields.integer(0, mostSteps),
  },
  keep: true,
}

/** Any layer that a reader writes: its values, the derivation of its gradients, code, and the reader's backward pass. */
export default function Playground(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(state)
  const { layer } = scene
  const begun = { ...spec.start, ...props.start }
  // What the book wrote is short, and is worked out at once.
  const known = state.program === begun.program || programs.some(({ text }) => text === state.program)
  const panel = { scene, source: layer?.source ?? '', known }
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'gradient']}
      says={sentence(scene)}
      controls={
        <>
          <Choice
            legend={words.numbers}
            options={[
              { value: 'shown', label: words.shown },
              { value: 'hidden', label: words.hidden },
            ]}
            value={state.numbers}
            onChange={(numbers) => set({ numbers })}
          />
          <button type="button" onClick={() => set({ seed: (state.seed % 999) + 1 })}>
            {words.seed}
          </button>
          {Object.keys(state.entries).length > 0 && (
            <button type="button" onClick={() => set({ entries: {} })}>
              {words.back}
            </button>
          )}
          <CopyText text={state.program}>{words.copyLines}</CopyText>
        </>
      }
    >
      <Controls {...{ state, scene, set }} />
      <div className="playground-program">
        <ProgramLines {...{ state, scene, set }} />
      </div>
      <p className="playground-note needs-js">{words.keys}</p>
      <KeptPrograms
        program={state.program}
        onOpen={(program) => set({ program, lines: '', entries: {}, sizes: {}, large: {} })}
      />
      {layer && (
        <section className="playground-panel">
          <div className="needs-js">
            <Choice
              legend={words.panel}
              options={panels.map((value) => ({ value, label: words.panelName(value) }))}
              value={state.panel}
              onChange={(value) => set({ panel: value })}
            />
          </div>
          {state.panel === 'derivation' && <Derivation {...panel} onPick={(of) => set({ of })} />}
          {state.panel === 'passes' && (
            <PassesPanel {...panel} step={state.step} onStep={(step) => set({ step })} />
          )}
          {state.panel === 'code' && <Code {...panel} />}
          {state.panel === 'jacobian' && <JacobianPanel {...{ scene, known, state, set }} />}
          {state.panel === 'check' && <CheckPanel {...panel} onPick={(of) => set({ of })} />}
          {state.panel === 'costs' && <Costs {...panel} state={state} set={set} />}
          {state.panel === 'backward' && (
            <Backward
              {...panel}
              known={known && state.lines === begun.lines}
              lines={state.lines}
              onChange={(lines) => set({ lines })}
            />
          )}
        </section>
      )}
    </Figure>
  )
}
