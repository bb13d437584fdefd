import { Equals, Formula, Matrix, MatrixRow, Sign, Tex, tex } from '@/figure'
import { chainRuleIn, chainShapesIn } from '@/topics/letters/layouts'
import type { Scene } from './model'
import { layoutHeads, words } from './words'

const labels = { dy: tex`\dLdy`, J: tex`\dydx`, dx: tex`\dLdx` }

/** The chain rule of one example in one layout of its Jacobian, multiplied out. */
export function Example({ layout, factors, dx }: Scene['examples'][number]) {
  const { name, is } = layoutHeads[layout]
  const [left, right] = factors.map(({ of, values }) => (
    <Matrix
      key={of}
      name={of === 'dy' ? words.matrix(words.gradient('y'), name) : words.jacobian(layout)}
      role={of === 'dy' ? 'y' : 'ink'}
      kind={of === 'dy' ? 'gradient' : 'value'}
      label={<Tex of={labels[of]} />}
      values={values}
    />
  ))
  return (
    <div role="group" className="letters-example" aria-label={name}>
      <p className="letters-name">{name}</p>
      <p>
        <Formula of={chainRuleIn(layout, { letter: 'x', role: 'x' })} said />
      </p>
      <p className="letters-shapes">
        {chainShapesIn(layout, 'M', 'D')}; {is}
      </p>
      <MatrixRow>
        {left}
        <Sign>·</Sign>
        {right}
        <Equals of={[...factors.flatMap(({ values }) => values), ...dx]} />
        <Matrix
          name={words.matrix(words.gradient('x'), name)}
          role="x"
          kind="gradient"
          label={<Tex of={labels.dx} />}
          values={dx}
        />
      </MatrixRow>
    </div>
  )
}
