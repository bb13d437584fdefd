import { nth } from '@/autodiff'
import { TensorGrid, tensorHeight, Tex, tex, WindowPlace } from '@/figure'
import { shapeText } from '@/plot/format'
import { carried, indexText, offsetOf, pan, type Index } from '@/plot/nesting'
import { called } from '@/topics/jacobian/ops'
import { Windowed } from '@/topics/jacobian/Operand'
import { question } from '@/topics/jacobian/state'
import type { Derived } from '@/topics/jacobian/derive'
import type { scene, State } from './model'
import { words } from './words'

type Props = { state: State; derived: Derived; now: ReturnType<typeof scene> }

const symbols = { x: tex`\frac{\partial \y}{\partial \x}`, w: tex`\frac{\partial \y}{\partial \w}` }
const rows = {
  x: tex`\Bigl(\frac{\partial \y}{\partial \x}\Bigr)_{i,:}`,
  w: tex`\Bigl(\frac{\partial \y}{\partial \w}\Bigr)_{i,:}`,
}
const columns = {
  x: tex`\Bigl(\frac{\partial \y}{\partial \x}\Bigr)_{:,j}`,
  w: tex`\Bigl(\frac{\partial \y}{\partial \w}\Bigr)_{:,j}`,
}
/** All of the Jacobian, with the held slice lit and the picked entry outlined. */
export function JacobianGrid({
  state,
  derived,
  now,
  set,
}: Props & { set: (change: Partial<State>) => void }) {
  const { look, hold } = state
  const { by } = question(state)
  const { y, input, jacobian } = derived
  const rank = y.shape.length
  const output = (index: Index) => called('y', index.slice(0, rank))
  const moved = (index: Index) => called(by, index.slice(rank))
  const labels = {
    y: { above: output },
    x: { above: moved },
    flat: { above: moved, beside: output, lines: true },
  }
  const flatBadge = shapeText([derived.rows, derived.columns])
  const tallest = Math.max(
    ...now.looks.map((one) => tensorHeight(one.rows, one.look === 'flat' ? 'lines' : 'blocks')),
  )
  const wide = now.arrangement.across.reduce((cells, axis) => cells * (now.window[axis]?.count ?? 1), 1) > 8
  return (
    <div className="jacobian-whole">
      <div className="jacobian-frame" data-wide={wide || undefined}>
        <TensorGrid
          name={words.jacobian(by)}
          label={<Tex of={symbols[by]} />}
          role="ink"
          shape={jacobian.shape}
          value={(k) => nth(jacobian.data, k)}
          arrangement={now.arrangement}
          window={now.window}
          badge={look === 'flat' ? flatBadge : `(${shapeText(y.shape)}) × (${shapeText(input)})`}
          picked={now.i * derived.columns + now.j}
          lit={(k) =>
            hold === 'i' ? Math.floor(k / derived.columns) === now.i : k % derived.columns === now.j
          }
          entryName={(index) => words.rateOf(output(index), moved(index))}
          {...labels[look]}
          onPick={(k) => set({ i: Math.floor(k / derived.columns), j: k % derived.columns })}
          onBeyond={(axes, step) => {
            const from = pan(jacobian.shape, now.window, axes, step)
            if (!from) return
            // The focus stays where it is on the page, so the picked entry moves along with the window.
            const index = carried([...now.at.i, ...now.at.j], now.window, from)
            set({ from, i: offsetOf(y.shape, index.slice(0, rank)), j: offsetOf(input, index.slice(rank)) })
          }}
        />
        {/* Keeps the height of the tallest way to draw it, so that turning it moves nothing below. */}
        <svg width="1" height={`${tallest}rem`} aria-hidden="true" />
      </div>
      <WindowPlace
        shape={jacobian.shape}
        window={now.window}
        names={[...y.shape.map((_, k) => words.axisOfY(k)), ...input.map((_, k) => words.axisOf(k, by))]}
      />
    </div>
  )
}

/** Rows and columns of a slice that fit beside the Jacobian. */
const beside = { rows: 6, columns: 6 }

/** The held slice by itself, in the shape that it has. */
export function Slice({ state, derived, now }: Props) {
  const { by } = question(state)
  const row = state.hold === 'i'
  const shape = row ? derived.input : derived.y.shape
  const held = row ? words.rowAt(indexText(now.at.i)) : words.columnAt(indexText(now.at.j))
  return (
    <div className="jacobian-slice" data-wide={(shape.at(-1) ?? 1) > 5 || undefined}>
      <p>{words.shapedLike(held, row ? by : 'y')}</p>
      <Windowed
        name={row ? words.row(called('y', now.at.i)) : words.column(called(by, now.at.j))}
        label={<Tex of={(row ? rows : columns)[by]} />}
        role="ink"
        shape={shape}
        values={now.slice.data}
        room={beside}
        lit={() => true}
        picked={row ? now.j : now.i}
      />
    </div>
  )
}
