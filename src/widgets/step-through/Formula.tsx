import { entryOf, nth } from '@/autodiff'
import type { ReactNode } from 'react'
import { Equation, Tex, tex, type LayerLetters } from '@/figure'
import { factor, num } from '@/plot/format'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { nameOf } from '@/topics/letters/sentences'
import { sizes } from '@/topics/linear-layer/model'
import { SliceName, Wanted, Whole } from './InLetters'
import type { model, State, Term } from './model'

type Props = { state: State; scene: ReturnType<typeof model>; letters: LayerLetters; numbered: boolean }

const losses = {
  weighted: tex`\L = \sum_{n,m} c_{n,m}\,\y_{n,m} = \slot{0}`,
  squared: tex`\L = \tfrac12 \sum_{n,m} (\y_{n,m} - t_{n,m})^2 = \slot{0}`,
  softmax: tex`\L = -\sum_{n,m} t_{n,m} \log \operatorname{softmax}(\y)_{n,m} = \slot{0}`,
}

/** The same with examples in columns: the entries of y have their indices the other way round. */
const lossesOfColumns = {
  weighted: tex`\L = \sum_{m,n} c_{m,n}\,\y_{m,n} = \slot{0}`,
  squared: tex`\L = \tfrac12 \sum_{m,n} (\y_{m,n} - t_{m,n})^2 = \slot{0}`,
  softmax: tex`\L = -\sum_{m,n} t_{m,n} \log \operatorname{softmax}(\y)_{m,n} = \slot{0}`,
}

/** What differs between ∂L/∂x and ∂L/∂w: the letters, nothing else. */
const formulas = {
  x: {
    wanted: tex`\htmlClass{x}{\frac{\partial \L}{\partial x_{\slot{0},\slot{1}}}}`,
    slice: tex`\frac{\partial \y}{\partial \htmlClass{x}{x_{\slot{0},\slot{1}}}}`,
    assemble: tex`\left(\dLdx\right)_{\!n,d} = \sum_{m} \htmlClass{y}{dy_{n,m}}\, \htmlClass{w}{w_{d,m}}`,
    recognize: tex`\dLdx = \dLdy\,\w\T`,
  },
  w: {
    wanted: tex`\htmlClass{w}{\frac{\partial \L}{\partial w_{\slot{0},\slot{1}}}}`,
    slice: tex`\frac{\partial \y}{\partial \htmlClass{w}{w_{\slot{0},\slot{1}}}}`,
    assemble: tex`\left(\dLdw\right)_{\!d,m} = \sum_{n} \htmlClass{x}{x_{n,d}}\, \htmlClass{y}{dy_{n,m}}`,
    recognize: tex`\dLdw = \x\T\,\dLdy`,
  },
}

const checks = {
  x: tex`\max\,\Bigl|\,\dLdx - \frac{\L(+h) - \L(-h)}{2h}\,\Bigr| \approx \slot{0}`,
  w: tex`\max\,\Bigl|\,\dLdw - \frac{\L(+h) - \L(-h)}{2h}\,\Bigr| \approx \slot{0}`,
}

const Number = ({ sym, children }: { sym: string; children: ReactNode }) => (
  <span className={`math-number ${sym.replace(/^d/, '').charAt(0)}`} data-sym={sym}>
    {children}
  </span>
)

const Products = ({ of: products }: { of: readonly Term[] }) =>
  products.map((term, k) => (
    <span className="term" key={term.dySym}>
      {k > 0 && <i>+</i>}
      <Number sym={term.dySym}>{factor(term.dy)}</Number>
      <i>·</i>
      <Number sym={term.rateSym}>{factor(term.rate)}</Number>
    </span>
  ))

/** y as products of x and w, for the entry that the step looks at. */
function Written({ state, scene, letters }: Props) {
  const [row, column] = scene.writtenAt
  const name = nameOf(`y.${row + 1}.${column + 1}`, letters)
  return (
    <>
      <Number sym={`y.${row + 1}.${column + 1}`}>{name}</Number>
      <i>=</i>
      {state.w.map((line, d) => (
        <span className="term" key={d}>
          {d > 0 && <i>+</i>}
          <Number sym={`x.${row + 1}.${d + 1}`}>{factor(entryOf(state.x, row, d))}</Number>
          <i>·</i>
          <Number sym={`w.${d + 1}.${column + 1}`}>{factor(nth(line, column))}</Number>
        </span>
      ))}
      <i>{scene.written.sign}</i>
      <Number sym={`y.${row + 1}.${column + 1}`}>{scene.written.text}</Number>
    </>
  )
}

/** The entries of a matrix that is shaped like y, each with its place, as y lies in the reader's letters. */
function laid(values: readonly (readonly number[])[], letters: LayerLetters) {
  const placed = values.map((line, i) => line.map((rate, j) => ({ rate, i, j })))
  if (!isTurned(conventionOf(letters), 'y')) return placed
  return nth(placed, 0).map((_, j) => placed.map((line) => nth(line, j)))
}

/** The slice as the matrix that it is, its zeros included. */
const Slice = ({ state, scene, letters }: Props) => (
  <span className="slice-table">
    {laid(scene.slice, letters).map((line, i) => (
      <span key={i}>
        {line.map(({ rate, i: p, j: q }, k) => {
          const { row, column } = scene.step.at
          const moves = state.target === 'x' ? p === row : q === column
          const from = state.target === 'x' ? `w.${column + 1}.${q + 1}` : `x.${p + 1}.${row + 1}`
          return moves ? (
            <Number sym={from} key={k}>
              {num(rate)}
            </Number>
          ) : (
            <span className="math-number" key={k}>
              0
            </span>
          )
        })}
      </span>
    ))}
  </span>
)

function pieces(props: Props): ReactNode {
  const { state, scene, letters } = props
  const { kind, at } = scene.step
  const { target } = state
  const ours = letters === 'handout'
  const { wanted, slice, assemble, recognize } = formulas[state.target]
  const place = [at.row + 1, at.column + 1]
  const key = `${state.target}.${at.row + 1}.${at.column + 1}`
  const goal = (
    <span data-sym={`d${key}`}>
      {ours ? <Tex of={wanted} slots={place} /> : <Wanted {...{ letters, target, place: at }} />}
    </span>
  )
  const sliceName = ours ? (
    <Tex of={slice} slots={place} />
  ) : (
    <SliceName {...{ letters, target, place: at }} />
  )
  if (!ours && (kind === 'forward' || kind === 'assemble' || kind === 'recognize' || kind === 'check'))
    return <Whole {...{ kind, letters, target }} number={scene.gap} />
  switch (kind) {
    case 'forward':
      return <Tex of={tex`\y = \x\w`} />
    case 'written':
      return <Written {...props} />
    case 'arrives':
      return (
        <Tex of={(letters === 'columns' ? lossesOfColumns : losses)[state.loss]} slots={[num(scene.L)]} />
      )
    case 'chain':
      return (
        <>
          {goal}
          <i>=</i> <Tex of={tex`\dLdy`} />
          <i>·</i> {sliceName}
        </>
      )
    case 'slice':
      return (
        <>
          {sliceName}
          <i>=</i>
          <Slice {...props} />
        </>
      )
    case 'dot':
      return (
        <>
          {goal}
          <i>=</i>
          <Products of={scene.products} />
          <i>{scene.sum.sign}</i>
          <Number sym={`d${key}`}>{scene.sum.text}</Number>
        </>
      )
    case 'assemble':
      return <Tex of={assemble} />
    case 'recognize':
      return <Tex of={recognize} />
    case 'check':
      return <Tex of={checks[state.target]} slots={[num(scene.gap, 2)]} />
  }
}

/** The step's equation with the reader's numbers in place. */
export function Formula(props: Props) {
  const { scene, state, letters, numbered } = props
  const { kind, at, equation } = scene.step
  const wanted = nameOf(`d${state.target}.${at.row + 1}.${at.column + 1}`, letters)
  const aloud: Partial<Record<typeof kind, string>> = {
    dot: `${wanted} = ${scene.sum.spoken}`,
    written: `${nameOf(['y', ...scene.writtenAt.map((k) => k + 1)].join('.'), letters)} = ${scene.written.spoken}`,
  }
  const { N } = sizes(state)
  return (
    <Equation
      spoken={aloud[kind] ?? scene.names[scene.index] ?? ''}
      {...(numbered && equation && { number: equation })}
    >
      {pieces(props)}
      {N > 1 && <svg className="slice-room" width="1" height={`${1.6 * N}rem`} aria-hidden="true" />}
    </Equation>
  )
}
