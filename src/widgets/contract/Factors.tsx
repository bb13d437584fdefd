import { nth } from '@/autodiff'
import { Equals, Sign, TensorGrid, Tex, tex, WindowPlace, type TexNode } from '@/figure'
import { shapeText } from '@/plot/format'
import {
  fit,
  pan,
  reach,
  indexOf,
  type Arrangement,
  type Index,
  type Shape,
  type Window,
} from '@/plot/nesting'
import { useState, type ReactNode } from 'react'
import { arrange, arrangement, called } from '@/topics/jacobian/ops'
import type { Scene, State } from './model'
import { words } from './words'

type Props = {
  state: State
  scene: Scene
  set: (change: Partial<State>) => void
}

const room = { rows: 9, columns: 9 }
const symbols = {
  yx: tex`\dydx`,
  yw: tex`\dydw`,
  zy: tex`\frac{\partial z}{\partial \y}`,
  zx: tex`\frac{\partial z}{\partial \x}`,
  zw: tex`\frac{\partial z}{\partial \w}`,
  x: tex`\Delta \x`,
  w: tex`\Delta \w`,
  nudged: { x: tex`\dydx \, \Delta \x`, w: tex`\dydw \, \Delta \w` },
}

type PlacedProps = Parameters<typeof TensorGrid>[0] & { window: Window; axes: readonly string[] }

/** A tensor, and where the window onto it stands if it is not drawn whole. */
const Placed = ({ axes, ...grid }: PlacedProps) => (
  <div className="windowed">
    <TensorGrid {...grid} />
    <WindowPlace shape={grid.shape} window={grid.window} names={axes} />
  </div>
)

type RatesProps = {
  name: string
  label: TexNode
  outputs: Shape
  inputs: Shape
  flat: boolean
  value: (k: number) => number | null
  lit: (i: number, j: number) => boolean
  /** The row, and the column, that the window has to show. */
  at: { readonly i?: number; readonly j?: number }
  picked?: boolean
  names: readonly [output: string, input: string]
}

/** A generalized Jacobian as a grid of blocks, or flat. */
function Rates({ name, label, outputs, inputs, flat, value, lit, at, picked, names }: RatesProps) {
  const [from, setFrom] = useState<readonly number[]>([])
  const shape = [...outputs, ...inputs]
  const columns = inputs.reduce((a, b) => a * b, 1)
  const drawn = arrange(outputs, inputs, flat ? 'flat' : 'y')
  const first = fit(shape, drawn, room, from)
  const near = first.map((range) => range.from)
  const index = [
    ...(at.i === undefined ? near.slice(0, outputs.length) : indexOf(outputs, at.i)),
    ...(at.j === undefined ? near.slice(outputs.length) : indexOf(inputs, at.j)),
  ]
  const window = fit(shape, drawn, room, reach(first, index))
  const output = (k: Index) => called(names[0], k.slice(0, outputs.length))
  const moved = (k: Index) => called(names[1], k.slice(outputs.length))
  const rows = outputs.reduce((a, b) => a * b, 1)
  return (
    <Placed
      name={name}
      label={<Tex of={label} />}
      role="ink"
      shape={shape}
      badge={flat ? shapeText([rows, columns]) : `(${shapeText(outputs)}) × (${shapeText(inputs)})`}
      arrangement={drawn}
      window={window}
      value={value}
      lit={(k) => lit(Math.floor(k / columns), k % columns)}
      picked={picked ? (at.i ?? 0) * columns + (at.j ?? 0) : undefined}
      entryName={(k) => words.rateOf(output(k), moved(k))}
      {...(!flat && { above: output })}
      onBeyond={(axes, by) => {
        const next = pan(shape, window, axes, by)
        if (next) setFrom(next)
      }}
      axes={[...axesOf(outputs, names[0]), ...axesOf(inputs, names[1])]}
    />
  )
}

const axesOf = (shape: Shape, name: string) => shape.map((_, k) => words.axisOf(k, name))

/** A column on the page: what a tensor is once it is laid flat. */
const standing = (shape: Shape): Arrangement => ({ down: shape.map((_, axis) => axis), across: [] })

/** Both factors with the slices in play lit, and the result as far as it is summed. */
export function Factors(props: Props) {
  const { state, scene } = props
  const { derived, by } = scene
  const tallest = Math.max(
    derived.rows,
    derived.y.rank > 1 ? nth(derived.y.shape, 0) * nth(derived.input, 0) : 1,
  )
  // As printed, the sum runs over the output's index: down a column, which is what Δ would have to be shaped like.
  const along = state.with === 'chain' || scene.wrong !== undefined
  const column = scene.wrong ? scene.step % derived.columns : scene.column
  const inner = (
    <Rates
      name={words.jacobian(by)}
      label={by === 'x' ? symbols.yx : symbols.yw}
      outputs={derived.y.shape}
      inputs={derived.input}
      flat={state.flat}
      value={(k) => nth(derived.jacobian.data, k)}
      lit={(i, j) => (along ? j === column : i === scene.row)}
      at={along ? { j: column } : { i: scene.row }}
      names={['y', by]}
    />
  )
  return (
    <div className="factor-row contract-row">
      <div className="factors">
        {state.with === 'nudge' ? <Nudged {...props}>{inner}</Nudged> : <Chained {...props}>{inner}</Chained>}
      </div>
      <svg className="room" width="1" height={Math.min(tallest, room.rows) * 42 + 110} aria-hidden="true" />
      <svg className="room narrow" width="1" height={stacked(scene, state.with)} aria-hidden="true" />
    </div>
  )
}

/** Pixels of all factors below one another, as a phone has them: rows of cells, a head for each, a label for each line of blocks. */
function stacked({ derived, outer }: Scene, what: State['with']): number {
  const down = (shape: Shape) => (shape.length > 1 ? nth(shape, 0) : 1)
  const blocks = (outputs: Shape, inputs: Shape) => down(outputs) * (down(inputs) * 42 + 28) + 44
  const { shape } = derived.y
  const inner = blocks(shape, derived.input)
  if (what === 'nudge') return inner + down(shape) * 42 + 44
  return blocks(outer.y.shape, shape) + inner + blocks(outer.y.shape, derived.input)
}

/** A factor, or the result, with the sign before it: a line breaks before the sign. */
const After = ({ sign, children }: { sign: ReactNode; children: ReactNode }) => (
  <div className="factor">
    {sign}
    {children}
  </div>
)
const Times = () => <Sign>·</Sign>

function Nudged({ state, scene, set, children }: Props & { children: ReactNode }) {
  const { derived, by, of, step } = scene
  const { input, y } = derived
  const across = (shape: Shape) => (state.flat ? standing(shape) : arrangement(shape))
  const { wrong } = scene
  const values = wrong ? ('values' in wrong ? wrong.values.data : undefined) : of.values
  const known = Array.from(values ?? []).slice(0, step + 1)
  const windowed = (shape: Shape, at: Index) =>
    fit(shape, across(shape), room, reach(fit(shape, across(shape), room), at))
  return (
    <>
      {children}
      <After sign={<Times />}>
        <Placed
          name={words.nudgeOf(by)}
          axes={axesOf(input, by)}
          label={<Tex of={symbols[by]} />}
          role={by}
          kind="nudge"
          shape={input}
          arrangement={across(input)}
          window={windowed(input, [])}
          value={(k) => nth(scene.delta.data, k)}
          onChange={(k, value) => set({ delta: Array.from(scene.delta.data).with(k, value) })}
        />
      </After>
      <After sign={<Equals of={[Array.from(derived.jacobian.data), Array.from(scene.delta.data), known]} />}>
        <Placed
          name={words.predicted}
          axes={axesOf(y.shape, 'y')}
          label={<Tex of={symbols.nudged[by]} />}
          role="y"
          kind="nudge"
          shape={y.shape}
          arrangement={across(y.shape)}
          window={windowed(y.shape, indexOf(y.shape, step))}
          value={(k) => known[k] ?? null}
          picked={step}
        />
      </After>
    </>
  )
}

function Chained({ state, scene, children }: Props & { children: ReactNode }) {
  const { outer, derived, by, of, step } = scene
  const common = { flat: state.flat } as const
  const known = Array.from(of.values).slice(0, step + 1)
  return (
    <>
      <Rates
        {...common}
        name={words.outerJacobian}
        label={symbols.zy}
        outputs={outer.y.shape}
        inputs={outer.input}
        value={(k: number) => nth(outer.jacobian.data, k)}
        lit={(i: number) => i === scene.row}
        at={{ i: scene.row }}
        names={['z', 'y']}
      />
      <After sign={<Times />}>{children}</After>
      <After
        sign={<Equals of={[Array.from(outer.jacobian.data), Array.from(derived.jacobian.data), known]} />}
      >
        <Rates
          {...common}
          name={words.wholeJacobian(by)}
          label={by === 'x' ? symbols.zx : symbols.zw}
          outputs={outer.y.shape}
          inputs={derived.input}
          value={(k: number) => known[k] ?? null}
          lit={() => false}
          at={{ i: scene.row, j: scene.column }}
          picked
          names={['z', by]}
        />
      </After>
    </>
  )
}
