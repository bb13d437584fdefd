import { nth } from '@/autodiff'
import { useMemo, useState } from 'react'
import {
  Choice,
  Figure,
  Group,
  Readout,
  Readouts,
  Slider,
  fields,
  useFigure,
  type FigureProps,
  type FigureSpec,
  type Place,
} from '@/figure'
import { entry } from '@/plot/format'
import { LayoutNote } from '@/topics/letters/LayoutNote'
import { OneTo } from '@/topics/linear-layer/OneTo'
import { Formulas } from '@/topics/vector-function/Formulas'
import { FunctionChoice } from '@/topics/vector-function/FunctionChoice'
import { longestTyped, most } from '@/topics/vector-function/model'
import { functions, presets } from './functions'
import { check, functionOf, limits, model, readable, start, type State } from './model'
import { Picture } from './Picture'
import { told } from './sums'
import { Sum } from './Sum'
import { words, sentence } from './words'

const sizes = fields.integer(1, most)
const place = fields.integer(0, most - 1)
const nudge = fields.real(-limits.dx, limits.dx)
const spec: FigureSpec<State> = {
  start,
  fields: {
    f: fields.choice(...presets, 'typed'),
    typed: fields.text(longestTyped),
    N: sizes,
    M: sizes,
    x: fields.list(fields.real(-limits.x, limits.x), most),
    dx: fields.list(nudge, most),
    row: place,
    column: place,
    show: fields.choice('entry', 'row', 'column'),
  },
  check,
}

/** The Jacobian of a function from N numbers to M: one rate a cell, a gradient a row, a nudge a column. */
export default function JacobianMatrix(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const [hovered, setHovered] = useState<Place>()
  const [plays, setPlays] = useState(0)

  const { f, typed, N, M } = state
  // Reading formulas takes longer than computing them, and a drag does not change them.
  const fn = useMemo(() => readable({ f, typed, N, M }), [f, typed, N, M])
  const scene = model(hovered ? { ...state, row: hovered[0], column: hovered[1] } : state, fn)
  const column = Math.min(state.column, scene.N - 1)
  const nudged = entry('x', column + 1)
  const row = entry('y', scene.row + 1)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge']}
      says={sentence(scene, state.show)}
      controls={
        <>
          <Choice
            legend={words.look}
            options={[
              { value: 'entry', label: 'cell' },
              { value: 'row', label: 'row' },
              { value: 'column', label: 'column' },
            ]}
            value={state.show}
            onChange={(show) => set({ show })}
          />
          <Slider
            label={words.nudgeOf(nudged)}
            symbol={`Δ${nudged}`}
            value={nth(state.dx, column)}
            {...nudge.bounds}
            onChange={(value) => set({ dx: state.dx.with(column, value) })}
          />
          <button type="button" aria-label={words.playTheNudge} onClick={() => setPlays(plays + 1)}>
            {words.play}
          </button>
        </>
      }
    >
      <div className="picks needs-js">
        <FunctionChoice
          label={words.function}
          functions={functions}
          {...{ f, typed }}
          onChange={set}
          field={words.typed}
          read={(text) => functionOf({ ...state, f: 'typed', typed: text })}
        />
        <Group name={words.sizes}>
          <OneTo label="N" most={most} value={scene.N} onChange={(size) => set({ N: size })} />
          {state.f !== 'typed' && (
            <OneTo label="M" most={most} value={scene.M} onChange={(size) => set({ M: size })} />
          )}
        </Group>
      </div>
      <Formulas of={fn} picked={(i) => i === scene.row && state.show !== 'column'} />
      <Picture of={figure} scene={scene} plays={plays} onHover={setHovered} />
      <LayoutNote of="∂y/∂x" output={[scene.M]} input={[scene.N]} />
      <Sum scene={scene} show={state.show} />
      <Readouts>
        <Readout label={words.rowPredicted(row)}>{told(nth(scene.predicted, scene.row))}</Readout>
        <Readout label={words.rowTrue(row)}>{told(nth(scene.change, scene.row))}</Readout>
        <Readout label={words.remainder}>{told(nth(scene.remainder, scene.row))}</Readout>
      </Readouts>
    </Figure>
  )
}
