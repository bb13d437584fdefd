import { Equation, Tex, tex } from '@/figure'
import { onPage, result, written } from '@/plot/equation'
import { asGood, factor } from '@/plot/format'
import type { Scene } from './model'
import { words } from './words'

const whole = tex`\Delta\y \approx \frac{\partial \y}{\partial \x} \cdot \Delta\x`
const byTerms = tex`= \frac{\partial \y}{\partial \xat{1}}\,\Delta\xat{1} + \frac{\partial \y}{\partial \xat{2}}\,\Delta\xat{2}`

/** The prediction with its numbers: as two products, and for the ear as the sum of what they make, too. */
function numbersOf({ gradient, dx, terms, predicted = 0 }: Scene) {
  if (!gradient || !terms) return undefined
  const products = written(
    [
      [gradient[0], dx[0]],
      [gradient[1], dx[1]],
    ],
    predicted,
  )
  const total = onPage(terms[0]) + onPage(terms[1])
  const sum = asGood(products.left, total) ? '=' : '≈'
  const last = result(total, predicted)
  const spoken = `${products.terms.join(' + ')} ${sum} ${terms.map((each) => factor(each)).join(' + ')} ${last.sign} ${last.text}`
  return { ...products, spoken }
}

/** The prediction as a dot product, with its numbers. */
export function DotProduct({ scene }: { scene: Scene }) {
  const numbers = numbersOf(scene)
  return (
    <Equation spoken={numbers ? words.product(numbers.spoken) : words.noProduct}>
      <Tex of={whole} />
      <Tex of={byTerms} />
      {numbers ? (
        <>
          <span className="term">
            <i>=</i>
            <span className="math-number">{numbers.terms[0]}</span>
          </span>
          <span className="term">
            <i>+</i>
            <span className="math-number">{numbers.terms[1]}</span>
          </span>
          <span className="term">
            <i>{numbers.sign}</i>
            <span className="math-number">{numbers.text}</span>
          </span>
        </>
      ) : (
        <span className="term">{words.noGradient}</span>
      )}
    </Equation>
  )
}
