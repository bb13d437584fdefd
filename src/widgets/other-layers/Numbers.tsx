import { Matrix, MatrixRow, Sign, Tex, tex, withEntry, type FigureHandle } from '@/figure'
import { inputsOf, type LayerName } from './layer'
import type { Scene, State } from './model'
import { words as shared } from '@/topics/flat/words'
import { words } from './words'

const looks = {
  x: { name: 'x', role: 'x', label: tex`\x` },
  w: { name: 'w', role: 'w', label: tex`\w` },
  b: { name: 'b', role: 'w', label: tex`\b` },
  dx: { name: words.dx, role: 'x', label: tex`\dLdx` },
  dw: { name: words.dw, role: 'w', label: tex`\dLdw` },
  db: { name: words.db, role: 'w', label: tex`\dLdb` },
} as const

/** What stands between the matrices of the forward row. */
const signs: Partial<Record<LayerName, string>> = { bias: '+', product: '·', batch: '·' }

type Props = { figure: FigureHandle<State>; scene: Scene }

/** The layer on the reader's numbers: forward, and below it backward. */
export function Numbers({ figure: { state, set }, scene }: Props) {
  const { by, at, y, dy, gradient, terms } = scene
  const here = (i: number, j: number) => i === at.row && j === at.column
  const reached = (i: number, j: number) => terms.some(({ sym }) => sym === `dy.${i + 1}.${j + 1}`)
  const given = (name: 'x' | 'w' | 'b') => (
    <Matrix
      key={name}
      {...looks[name]}
      label={<Tex of={looks[name].label} />}
      sym={name}
      values={name === 'x' ? scene.x : state[name]}
      active={(i, j) => name === by && here(i, j)}
      onChange={(i, j, value) => set({ [name]: withEntry(state[name], i, j, value) })}
      {...(name === by && { onSelect: (row: number, column: number) => set({ row, column }) })}
    />
  )
  const [first, second] = inputsOf(state.layer)
  return (
    <div className="passes">
      <MatrixRow name={shared.forward}>
        {first && given(first)}
        {second && <Sign>{signs[state.layer]}</Sign>}
        {second && given(second)}
        {scene.p && (
          <>
            <Sign>→</Sign>
            <Matrix
              name="p"
              role="ink"
              label={<Tex of={tex`p`} />}
              values={scene.p}
              active={(i) => i === at.row}
            />
          </>
        )}
        <Sign>→</Sign>
        <Matrix name="y" role="y" sym="y" label={<Tex of={tex`\y`} />} values={y} active={reached} />
      </MatrixRow>
      <MatrixRow name={shared.backward}>
        <Matrix
          name={words.dy}
          role="y"
          kind="gradient"
          sym="dy"
          label={<Tex of={tex`\dLdy`} />}
          values={dy}
          active={reached}
          onChange={(i, j, value) => set({ dy: withEntry(state.dy, i, j, value) })}
        />
        <Sign>→</Sign>
        <Matrix
          {...looks[`d${by}`]}
          kind="gradient"
          label={<Tex of={looks[`d${by}`].label} />}
          sym={`d${by}`}
          values={gradient}
          active={here}
          onSelect={(row, column) => set({ row, column })}
        />
      </MatrixRow>
    </div>
  )
}
