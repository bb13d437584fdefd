import { Equation, Tex, tex } from '@/figure'
import { factor, num, subscript } from '@/plot/format'
import { basis, type Scene, type State } from './model'
import { words } from './words'

const formula = tex`\frac{\partial \y}{\partial \x} \cdot e_{\slot{0}}`
const entryOf = tex`= \frac{\partial \y}{\partial \htmlClass{x}{x_{\slot{0}}}}`

const known = (value: number | null | undefined) =>
  value === null || value === undefined ? '?' : factor(value)

/** The dot product of the gradient with eᵢ: all terms but one vanish, known or not. */
export function Picks({ state: { n, at }, scene }: { state: State; scene: Scene | undefined }) {
  const partials = Array.from(
    { length: n },
    (_, i) => scene?.nudged[i]?.partial ?? scene?.reverse?.gradient[i],
  )
  const terms = basis(n, at).map((e, i) => `${known(partials[i])} · ${e}`)
  const now = partials[at]
  const result = now === undefined ? '?' : num(now)
  return (
    <Equation spoken={words.picks(subscript(at + 1), terms.join(' + '), result)}>
      <Tex of={formula} slots={[at + 1]} />
      <i>=</i>
      {terms.map((term, i) => (
        <span className="term" key={i}>
          {i > 0 && <i>+</i>}
          <span className={i === at ? 'math-number picked' : 'math-number'}>{term}</span>
        </span>
      ))}
      <span className="term">
        <i>=</i>
        <span className="math-number">{result}</span>
        <Tex of={entryOf} slots={[at + 1]} />
      </span>
    </Equation>
  )
}
