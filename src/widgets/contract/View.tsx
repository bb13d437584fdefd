import {
  Choice,
  Equation,
  fields,
  Figure,
  Options,
  Readout,
  Readouts,
  Stepper,
  Tex,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num, settled } from '@/plot/format'
import { indexText } from '@/plot/nesting'
import { Inputs } from '@/topics/jacobian/Inputs'
import { askedFields, start } from '@/topics/jacobian/state'
import { Sum, sumText } from '@/topics/jacobian/Sum'
import { untranslated } from '@/plot/untranslated'
import { Wires } from '@/plot/wires/Wires'
import { Factors } from './Factors'
import { check, model, nudgeFor, outers, type Outer, type Scene, type State } from './model'
import { words, resultName, sentence } from './words'
import { wires } from './wires'

const spec: FigureSpec<State> = {
  start: {
    ...start('matmul-x'),
    with: 'nudge',
    delta: nudgeFor(4),
    outer: 'rows',
    step: 1,
    flat: false,
    over: 'input',
  },
  fields: {
    ...askedFields,
    with: fields.choice('nudge', 'chain'),
    delta: fields.list(fields.real(-1e6, 1e6), 169),
    outer: fields.choice(...(Object.keys(outers) as Outer[])),
    step: fields.integer(0, 25_000),
    flat: {
      parse: (text) => fields.choice('yes', 'no').parse(text) === 'yes',
      format: (value) => (value ? 'yes' : 'no'),
    },
    over: fields.choice('input', 'output'),
  },
  check,
}

const offered = ['matmul-x', 'matmul-w', 'elementwise', 'sum', 'transpose', 'softmax'] as const
const outerNames: Record<Outer, string> = {
  rows: words.rows,
  all: words.all,
  tanh: words.tanh,
  softmax: words.softmax,
}

const nudged = {
  x: tex`\Bigl(\dydx \, \Delta \x\Bigr)_{\slot{0}}`,
  w: tex`\Bigl(\dydw \, \Delta \w\Bigr)_{\slot{0}}`,
}
const through = {
  x: tex`\Bigl(\frac{\partial z}{\partial \y} \, \dydx\Bigr)_{\slot{0}}`,
  w: tex`\Bigl(\frac{\partial z}{\partial \y} \, \dydw\Bigr)_{\slot{0}}`,
}

/** One entry of a generalized product at a time, its sum in sight, with the axes kept apart or laid flat. */
export default function Contract(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const chain = state.with === 'chain'
  const scene = model(state)
  const controls = (
    <>
      {'of' in scene && <Steps scene={scene} chain={chain} onStep={(step) => set({ step })} />}
      <Choice
        legend={words.times}
        options={[
          { value: 'nudge', label: words.nudge },
          { value: 'chain', label: words.second },
        ]}
        value={state.with}
        onChange={(next) => set({ with: next, step: 0 })}
      />
      <Choice
        legend={words.axes}
        options={[
          { value: 'apart', label: 'apart' },
          { value: 'flat', label: 'flat' },
        ]}
        value={state.flat ? 'flat' : 'apart'}
        onChange={(axes) => set({ flat: axes === 'flat' })}
      />
      {!chain && (
        <Choice
          legend={words.over}
          options={[
            { value: 'input', label: words.overInput },
            { value: 'output', label: words.overOutput },
          ]}
          value={state.over}
          onChange={(over) => set({ over })}
        />
      )}
      {chain && (
        <label className="op-choice">
          {words.thenBy}
          <select
            value={state.outer}
            onChange={(event) => set({ outer: event.target.value as Outer, step: 0 })}
          >
            <Options
              of={(Object.keys(outers) as Outer[]).map((value) => ({ value, name: outerNames[value] }))}
            />
          </select>
        </label>
      )}
      <Inputs asked={state} only={offered} set={(change) => set({ ...change, step: 0 })} />
    </>
  )
  const title = chain ? words.chainTitle : words.nudgeTitle
  if ('error' in scene)
    return <Figure of={figure} title={title} says={scene.error} controls={controls} children={undefined} />
  const name = resultName(scene, scene.step, chain)
  const drawn = wires(state, scene, chain)
  return (
    <Figure
      of={figure}
      title={title}
      says={sentence(state, scene)}
      legend={chain ? ['value'] : ['value', 'nudge']}
      controls={controls}
    >
      {scene.wrong ? (
        <Wrong of={scene.wrong} />
      ) : (
        <Equation spoken={`${name}: ${sumText(scene.terms, scene.result)}`}>
          <Tex of={(chain ? through : nudged)[scene.by]} slots={[place(scene, chain)]} />
          <Sum terms={scene.terms} total={scene.result} />
        </Equation>
      )}
      <Factors state={state} scene={scene} set={set} />
      <Readouts>
        <Readout label={chain ? words.rate(name) : words.predictedChange(name, scene.wrong !== undefined)}>
          {num(settled(scene.result))}
        </Readout>
        {scene.change && <Readout label={words.trueChange(name)}>{num(scene.change.true)}</Readout>}
        {scene.change && <Readout label={words.remainder}>{num(scene.change.remainder, 2)}</Readout>}
        <Readout label={words.terms}>{scene.terms.length}</Readout>
      </Readouts>
      <div className="contract-wires">
        <Wires of={drawn.diagram} lit={drawn.summed} name={words.wires} />
        <p className="wires-note">{words.wiresNote}</p>
      </div>
    </Figure>
  )
}

function Steps({ scene, chain, onStep }: { scene: Scene; chain: boolean; onStep: (step: number) => void }) {
  const names = Array.from(scene.of.values, (_, k) => resultName(scene, k, chain))
  return <Stepper step={scene.step} names={names} onStep={onStep} />
}

/** The index of the present entry, as the equation writes it. */
function place({ of, step }: Scene, chain: boolean): string {
  const at = of.place(step).map(indexText)
  return chain ? at.map((index) => `(${index})`).join(',') : at.join()
}

/** What the printed sum gives: the core's refusal in its own words, or how far off it is. */
function Wrong({ of }: { of: NonNullable<Scene['wrong']> }) {
  if ('error' in of)
    return (
      <p className="core-words" role="note" aria-label={words.refused}>
        <code {...untranslated}>{`ShapeError: ${of.error}`}</code>
      </p>
    )
  return (
    <p className="core-words" role="note" aria-label={words.howFar}>
      {of.far === 0 ? words.symmetric : words.off(of.far)}
    </p>
  )
}
