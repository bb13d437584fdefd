import { Equation } from '@/figure'
import { entry, factor } from '@/plot/format'
import type { Scene, Show } from './model'
import { columnSign, columns, terms, tuple } from './sums'
import { rowSum, spokenSum } from './words'

type Props = { scene: Scene; show: Show }

/** Row i times Δx: what is predicted for yᵢ. */
function RowSum({ scene }: { scene: Scene }) {
  const { row, column } = scene
  const sum = rowSum(scene, row)
  return (
    <>
      <span className="math-number y" data-sym={`y.${row + 1}`}>
        {`Δ${entry('y', row + 1)}`}
      </span>
      <i>≈</i>
      {terms(scene, row).map(({ rate, delta, j }) => (
        <span className={j === column ? 'term picked' : 'term'} key={j}>
          {j > 0 && <i>+</i>}
          <span className="math-number" data-sym={`J.${row + 1}.${j + 1}`}>
            {Number.isFinite(rate) ? factor(rate, 3) : '?'}
          </span>
          <i>·</i>
          <span className="math-number x" data-sym={`x.${j + 1}`}>
            {factor(delta, 3)}
          </span>
        </span>
      ))}
      <i>{sum.sign}</i>
      <span className="math-number y">{sum.text}</span>
    </>
  )
}

/** The nudged columns, each times its Δ: what is predicted for all of y. */
const ColumnSum = ({ scene }: { scene: Scene }) => (
  <>
    <span className="math-number y" data-sym="y">
      Δy
    </span>
    <i>≈</i>
    {columns(scene).map(({ delta, j, column }, k) => (
      <span className="term" key={j}>
        {k > 0 && <i>+</i>}
        <span className="math-number x" data-sym={`x.${j + 1}`}>
          {factor(delta, 3)}
        </span>
        <i>·</i>
        <span className="math-number">{tuple(column)}</span>
      </span>
    ))}
    {scene.nudged.length > 0 && <i>{columnSign(scene)}</i>}
    <span className="math-number y">{tuple(scene.predicted)}</span>
  </>
)

/** The prediction with its numbers in place: one row's, or the sum of columns. */
export const Sum = ({ scene, show }: Props) => (
  <Equation spoken={spokenSum(scene, show)}>
    {show === 'column' ? <ColumnSum scene={scene} /> : <RowSum scene={scene} />}
  </Equation>
)
