import { Fragment } from 'react'
import { Equals, Matrix, MatrixRow, Sign, type FigureHandle } from '@/figure'
import { place, type Scene, type Sizes, type State } from './model'
import { letters, words } from './words'

type Props = { of: FigureHandle<State>; scene: Scene }

/** From 1 to 4096 as a length: one more for each doubling. */
const along = (size: number) => 16 + 8 * Math.log2(size)

/** A matrix too large for its numbers: its outline, larger for more rows and columns, with both counts. */
function Block({
  name,
  shape: [rows = 1, columns = 1],
  clash,
}: {
  name: string
  shape: readonly number[]
  clash: boolean
}) {
  const [width, height] = [along(columns), along(rows)]
  return (
    <div className="ink matrix">
      <div className="matrix-head">
        <span className="matrix-label">{name}</span>
        <span className="shape">{`${rows} × ${columns}`}</span>
      </div>
      <svg
        className={clash ? 'chain-block clash' : 'chain-block'}
        width={width + 2}
        height={height + 2}
        role="img"
        aria-label={words.matrix(name, rows, columns)}
      >
        <rect x="1" y="1" width={width} height={height} rx={6} />
      </svg>
    </div>
  )
}

/** Which cells of factor k the picked entry is made of: a row of the first, a column of the last, all between. */
const used =
  (k: number, sizes: Sizes, { row, column, fits }: Scene) =>
  (i: number, j: number) =>
    fits && (k > 0 || i === row) && (k < sizes.length - 1 || j === column)

/** The factors side by side, number by number where they are small, and their product where there is one. */
export function Factors({ of: { state, set }, scene }: Props) {
  const { sizes, values } = state
  const clash = (k: number) => scene.refused.some(({ at }) => at === k || at === k - 1)
  const between = (k: number) => (scene.refused.some(({ at }) => at === k - 1) ? '≠' : '·')
  return (
    <MatrixRow {...(scene.small && { rows: 4 })}>
      {sizes.map((shape, k) => (
        <Fragment key={k}>
          {k > 0 && <Sign>{between(k)}</Sign>}
          {scene.small ? (
            <Matrix
              name={letters[k] ?? ''}
              label={letters[k]}
              role="ink"
              values={scene.small.factors[k] ?? []}
              active={used(k, sizes, scene)}
              mark={() => (clash(k) ? 'wrong' : undefined)}
              onChange={(i, j, value) => set({ values: values.with(place(k, i, j), value) })}
            />
          ) : (
            <Block name={letters[k] ?? ''} shape={shape} clash={clash(k)} />
          )}
        </Fragment>
      ))}
      {scene.fits && <Equals of={[...(scene.small?.factors ?? []), scene.small?.product ?? []].flat()} />}
      {scene.fits && scene.small?.product && (
        <Matrix
          name={words.product}
          label={letters.slice(0, sizes.length).join('')}
          role="ink"
          values={scene.small.product}
          active={(i, j) => i === scene.row && j === scene.column}
          onSelect={(row, column) => set({ row, column })}
        />
      )}
      {scene.fits && !scene.small && (
        <Block name={letters.slice(0, sizes.length).join('')} shape={scene.shape} clash={false} />
      )}
      {scene.refused[0] && <p className="refusal">{scene.refused[0].message}</p>}
    </MatrixRow>
  )
}
