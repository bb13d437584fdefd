import { nth } from '@/autodiff'
import { clamp, Matrix, Tex, tex, type FigureHandle, type Place } from '@/figure'
import { Arrow } from '@/plot/Arrow'
import { finite } from '@/topics/vector-function/model'
import { limits, type Scene, type State } from './model'
import { words } from './words'

type Props = {
  of: FigureHandle<State>
  scene: Scene
  plays: number
  onHover: (place: Place | undefined) => void
}

const column = (values: readonly number[]) => values.map((value) => [finite(value)])

/** Each x over its column, each y beside its row, J between them, and to the right what the nudge does. */
export function Picture({ of: { state, set }, scene, plays, onHover }: Props) {
  const { x, dx, y, J, predicted, change, nudged, inPlay } = scene
  const whole = { row: state.show === 'row', column: state.show === 'column' }
  const over = (j: number) => whole.row || j === scene.column
  const beside = (i: number) => whole.column || i === scene.row
  const put = (name: 'x' | 'dx') => (_: number, j: number, value: number) =>
    set({ [name]: state[name].with(j, clamp(value, -limits[name], limits[name])) })
  const pick = (j: number) => set({ column: j })
  const lying = { role: 'x', vector: true, active: (_: number, j: number) => over(j) } as const
  const standing = { role: 'y', vector: true, active: (i: number) => beside(i) } as const
  return (
    <div className="jacobian-picture">
      {/* Two names by turns, for an animation of the same name would not start again. */}
      <div className={plays > 0 ? `jacobian-grid play-${plays % 2}` : 'jacobian-grid'}>
        <div className="lying">
          <Matrix
            {...lying}
            name="x"
            sym="x"
            label={<Tex of={tex`\x`} />}
            values={[x]}
            onChange={put('x')}
            onSelect={(_, j) => pick(j)}
          />
        </div>
        <div className="lying">
          <Matrix
            {...lying}
            name={words.nudge}
            sym="x"
            label={<Tex of={tex`\Delta\x`} />}
            kind="nudge"
            values={[dx]}
            onChange={put('dx')}
            onSelect={(_, j) => pick(j)}
          />
        </div>
        <Matrix
          {...standing}
          name="y"
          sym="y"
          label={<Tex of={tex`\y`} />}
          values={column(y)}
          onSelect={(i) => set({ row: i })}
        />
        <Matrix
          name={words.jacobian}
          sym="J"
          role="ink"
          label={<Tex of={tex`\partial\y/\partial\x`} />}
          values={J.map((row) => row.map(finite))}
          active={inPlay}
          mark={(_, j) => (nudged.includes(j) ? 'moves' : undefined)}
          onSelect={(i, j) => set({ row: i, column: j })}
          onHover={onHover}
        />
        <Matrix
          {...standing}
          name={words.predicted}
          label={<Tex of={tex`{\approx}\,\Delta\y`} />}
          kind="nudge"
          values={column(predicted)}
        />
        <Matrix
          {...standing}
          name={words.true}
          label={<Tex of={tex`\Delta\y`} />}
          kind="nudge"
          values={column(change)}
        />
        <ul className="jacobian-arrows y" aria-hidden="true">
          {change.map((value, i) => (
            <li key={i}>
              <Arrow
                reach={(finite(value) ?? 0) / scene.scale}
                predicted={(finite(nth(predicted, i)) ?? 0) / scene.scale}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
