import { Equation } from '@/figure'
import { entry, factor, num } from '@/plot/format'
import { spokenSum, terms, type Scene } from './model'

/** Row i times Δx with the numbers in place: the prediction for yᵢ, and what it did. */
export function Sum({ scene }: { scene: Scene }) {
  const { row, column, predicted, change } = scene
  const name = `Δ${entry('y', row + 1)}`
  return (
    <Equation spoken={spokenSum(scene)}>
      <span className="math-number y" data-sym={`y.${row + 1}`}>
        {name}
      </span>
      <i>≈</i>
      {terms(scene, row).map(({ rate, delta, j }) => (
        <span className={j === column ? 'term picked' : 'term'} key={j}>
          {j > 0 && <i>+</i>}
          <span className="math-number" data-sym={`J.${row + 1}.${j + 1}`}>
            {factor(Number(rate.toPrecision(3)))}
          </span>
          <i>·</i>
          <span className="math-number x" data-sym={`x.${j + 1}`}>
            {factor(delta)}
          </span>
        </span>
      ))}
      <i>=</i>
      <span className="math-number y">{num(predicted[row] ?? 0, 3)}</span>
      <span className="aside">{`true: ${num(change[row] ?? 0, 3)}`}</span>
    </Equation>
  )
}
