import { useMemo } from 'react'
import {
  Choice,
  Equation,
  fields,
  Figure,
  MatrixRow,
  Readout,
  Readouts,
  Sign,
  Tex,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { indexText } from '@/plot/nesting'
import { Inputs } from '@/topics/jacobian/Inputs'
import { called } from '@/topics/jacobian/ops'
import { Operand } from '@/topics/jacobian/Operand'
import { askedFields, question, start, usesW, type Asked } from '@/topics/jacobian/state'
import { LayoutNote } from '@/topics/letters/LayoutNote'
import { untranslated } from '@/plot/untranslated'
import { JacobianGrid, Slice } from './JacobianGrid'
import { PatternMap } from './PatternMap'
import { answer, check, findings, scene, type State } from './model'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { ...start('matmul-x'), look: 'y', hold: 'i', i: 1, j: 0, from: [0, 0, 0, 0] },
  fields: {
    ...askedFields,
    look: fields.choice('y', 'x', 'flat'),
    hold: fields.choice('i', 'j'),
    i: fields.integer(0, 25_000),
    j: fields.integer(0, 25_000),
    from: fields.list(fields.integer(0, 12), 8),
  },
  check,
}

const entries = {
  x: tex`\Bigl(\frac{\partial \y}{\partial \x}\Bigr)_{(\slot{0}),(\slot{1})} = \frac{\partial \htmlClass{y}{y_{\slot{0}}}}{\partial \htmlClass{x}{x_{\slot{1}}}} =`,
  w: tex`\Bigl(\frac{\partial \y}{\partial \w}\Bigr)_{(\slot{0}),(\slot{1})} = \frac{\partial \htmlClass{y}{y_{\slot{0}}}}{\partial \htmlClass{w}{w_{\slot{1}}}} =`,
}

/** The generalized Jacobian of an operation, block by block, inside out, or flat; by rows or by columns. */
export default function JacobianBlocks(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { op, formula, by: typedBy, N, D, M, x, w } = state
  const asked = useMemo<Asked>(
    () => ({ op, formula, by: typedBy, N, D, M, x, w }),
    [op, formula, typedBy, N, D, M, x, w],
  )
  const derived = useMemo(() => answer(asked), [asked])
  const found = useMemo(() => ('error' in derived ? undefined : findings(asked, derived)), [asked, derived])
  const numbers = question(state)
  const { by, formula: shown } = numbers

  const controls = (
    <>
      <Choice
        legend={words.blocks}
        options={[
          { value: 'y', label: words.like(by) },
          { value: 'x', label: words.likeY },
          { value: 'flat', label: words.flat },
        ]}
        value={state.look}
        onChange={(look) => set({ look })}
      />
      <Choice
        legend={words.hold}
        options={[
          { value: 'i', label: words.holdRow },
          { value: 'j', label: words.holdColumn },
        ]}
        value={state.hold}
        onChange={(hold) => set({ hold })}
      />
    </>
  )
  // Above what it changes, so that it stays where it is however tall that becomes.
  const picks = (
    <div className="picks needs-js">
      <Inputs asked={state} set={(change) => set({ ...change, from: [] })} />
    </div>
  )
  const title = words.title
  const operand = (of: 'x' | 'w') => (
    <Operand
      of={of}
      {...numbers[of]}
      {...(of === by &&
        'y' in derived && { picked: scene(state, derived).j, onPick: (j: number) => set({ j }) })}
      onChange={(values) => set({ [of]: values })}
    />
  )
  const inputs = (
    <>
      {operand('x')}
      {usesW(state) && operand('w')}
      <Sign>→</Sign>
    </>
  )
  if ('error' in derived || !found)
    return (
      <Figure of={figure} title={title} says={'error' in derived ? derived.error : ''} controls={controls}>
        {picks}
        <MatrixRow>{inputs}</MatrixRow>
      </Figure>
    )

  const now = scene(state, derived)
  const slots = [indexText(now.at.i), indexText(now.at.j)]
  return (
    <Figure
      of={figure}
      title={title}
      legend={['value']}
      says={sentence(state, derived, now)}
      controls={controls}
    >
      {picks}
      <Equation spoken={words.rate(called('y', now.at.i), called(by, now.at.j), now.rate)}>
        <Tex of={entries[by]} slots={slots} />
        <b>{num(now.rate)}</b>
      </Equation>
      <p className="op-formula">
        <code {...untranslated}>{`y = ${shown}`}</code>
      </p>
      <MatrixRow>
        {inputs}
        <Operand
          of="y"
          shape={derived.y.shape}
          values={derived.y.data}
          picked={now.i}
          onPick={(i) => set({ i })}
        />
      </MatrixRow>
      <div className="jacobian-blocks">
        <JacobianGrid state={state} derived={derived} now={now} set={set} />
        <div className="jacobian-side">
          <div className="telling">
            <Slice state={state} derived={derived} now={now} />
          </div>
          <PatternMap state={state} derived={derived} now={now} pattern={found.pattern} set={set} />
        </div>
      </div>
      <LayoutNote of={`∂y/∂${by}`} output={derived.y.shape} input={derived.input} />
      <Readouts>
        <Readout label={words.pattern}>{found.pattern}</Readout>
        <Readout label={words.notZero}>{found.share}</Readout>
        <Readout label={words.different}>{found.different}</Readout>
      </Readouts>
    </Figure>
  )
}
