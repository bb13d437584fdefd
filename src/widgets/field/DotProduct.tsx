import { Equation, Tex, tex } from '@/figure'
import { factor, num } from '@/plot/format'
import type { Scene } from './model'

const whole = tex`\Delta\y \approx \frac{\partial \y}{\partial \x} \cdot \Delta\x`
const byTerms = tex`= \frac{\partial \y}{\partial \xat{1}}\,\Delta\xat{1} + \frac{\partial \y}{\partial \xat{2}}\,\Delta\xat{2}`

const product = (a: number, b: number) => `${factor(rounded(a))} · ${factor(rounded(b))}`
const rounded = (value: number) => Number(value.toPrecision(4))

/** The prediction as a dot product, with its numbers. */
export function DotProduct({ scene: { gradient, dx, terms, predicted = 0 } }: { scene: Scene }) {
  const numbers = gradient && ([product(gradient[0], dx[0]), product(gradient[1], dx[1])] as const)
  const sum = terms && `${factor(rounded(terms[0]))} + ${factor(rounded(terms[1]))}`
  return (
    <Equation
      spoken={
        numbers
          ? `Δy ≈ ∂y/∂x₁ · Δx₁ + ∂y/∂x₂ · Δx₂ = ${numbers.join(' + ')} = ${sum} = ${num(predicted)}`
          : 'Δy ≈ ∂y/∂x · Δx needs a gradient, and there is none here'
      }
    >
      <Tex of={whole} />
      <Tex of={byTerms} />
      {numbers ? (
        <>
          <span className="term">
            <i>=</i>
            <span className="math-number">{numbers[0]}</span>
          </span>
          <span className="term">
            <i>+</i>
            <span className="math-number">{numbers[1]}</span>
          </span>
          <span className="term">
            <i>=</i>
            <span className="math-number">{num(predicted)}</span>
          </span>
        </>
      ) : (
        <span className="term">, but there is no gradient here</span>
      )}
    </Equation>
  )
}
