import { Equation, Tex, tex } from '@/figure'
import { productOf, type Scene } from './model'
import { words } from './words'

const whole = tex`\Delta\y \approx \frac{\partial \y}{\partial \x} \cdot \Delta\x`
const byTerms = tex`= \frac{\partial \y}{\partial \xat{1}}\,\Delta\xat{1} + \frac{\partial \y}{\partial \xat{2}}\,\Delta\xat{2}`

/** The prediction as a dot product, with its numbers. */
export function DotProduct({ scene }: { scene: Scene }) {
  const numbers = productOf(scene)
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
