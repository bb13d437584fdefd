import { nth } from '@/autodiff'
import { Fragment } from 'react'
import { Equals, Sign, TensorGrid, tensorHeight, Tex, tex } from '@/figure'
import { shapeText } from '@/plot/format'
import { indexOf, type Index } from '@/plot/nesting'
import { called } from '@/topics/jacobian/ops'
import { sizes, withGradient, type Layer } from '@/topics/linear-layer/model'
import type { model, State } from './model'
import { words } from './words'

type Props = {
  state: State
  scene: ReturnType<typeof model>
  set: (change: Partial<Layer>) => void
}

const jacobians = { x: tex`\dydx`, w: tex`\dydw` }
const copies = { x: tex`\w\T`, w: tex`\x` }
const gradients = { x: tex`\dLdx`, w: tex`\dLdw` }
const turnedX = tex`\x\T`
const dLdy = tex`\dLdy`

/** ∂L/∂y, the Jacobian and the gradient, each as the step arranges it. */
export function Product({ state, scene, set }: Props) {
  const { by } = state
  const { step, arrangements, jacobian, folded } = scene
  const { N, D, M } = sizes(state)
  const inputs = scene.shape.reduce((a, b) => a * b, 1)
  const whole = ['drop', 'fold', 'turn'].includes(step.kind)
  const flat = ['flat', 'entry', 'sort', 'drop'].includes(step.kind)
  const twin = by === 'x' ? 'w' : 'x'
  const name = (index: Index) => words.rateOf(called('y', index.slice(0, 2)), called(by, index.slice(2)))
  // Transposed where it lies: the pieces of ∂L/∂y by w are its columns.
  const lying = by === 'w' && step.kind === 'fold'

  const arriving = (
    <TensorGrid
      name={lying ? words.arrivingTurned : words.arriving}
      label={
        <>
          <Tex of={dLdy} />
          {lying && <sup>T</sup>}
        </>
      }
      sym="dy"
      role="y"
      kind="gradient"
      shape={[N, M]}
      badge={flat ? shapeText([1, N * M]) : shapeText(lying ? [M, N] : [N, M])}
      arrangement={arrangements.dy}
      value={(k) => nth(scene.dy, k)}
      lit={(k) => step.kind === 'entry' && nth(jacobian.data, k * inputs + step.k) !== 0}
      onChange={(k, value) => {
        const [row = 0, column = 0] = indexOf([N, M], k)
        set(withGradient(state, row, column, value) ?? {})
      }}
    />
  )
  const rates = (
    <TensorGrid
      name={
        folded
          ? step.kind === 'turn'
            ? words.xTransposed
            : by === 'x'
              ? words.wTransposed
              : 'x'
          : words.jacobian(by)
      }
      flight={`Jacobian by ${by}`}
      label={
        folded ? (
          <Tex of={step.kind === 'turn' ? turnedX : copies[by]} />
        ) : (
          <span className="rate-label">
            <Tex of={jacobians[by]} />
          </span>
        )
      }
      role={whole ? twin : 'ink'}
      shape={jacobian.shape}
      badge={badge(state, scene)}
      arrangement={arrangements.jacobian}
      window={scene.window}
      value={(k) => nth(jacobian.data, k)}
      lit={(k) => step.kind === 'entry' && k % inputs === step.k}
      faint={(k) => step.kind === 'drop' && !scene.counts(k)}
      merge={scene.merge}
      entryName={name}
      {...(step.kind === 'blocks' && { above: (index: Index) => called('y', index.slice(0, 2)) })}
    />
  )
  const gradient = (
    <TensorGrid
      name={words.gradient(by, lying)}
      flight={`gradient by ${by}`}
      label={
        <>
          <Tex of={gradients[by]} />
          {lying && <sup>T</sup>}
        </>
      }
      sym={`d${by}`}
      role={by}
      kind="gradient"
      shape={scene.shape}
      badge={flat ? shapeText([1, inputs]) : shapeText(lying ? [M, D] : scene.shape)}
      arrangement={arrangements.gradient}
      value={scene.gradient}
      picked={step.kind === 'entry' ? step.k : undefined}
    />
  )
  const found = Array.from({ length: inputs }, (_, k) => scene.gradient(k))
  const factors = step.kind === 'turn' ? [rates, arriving] : [arriving, rates]
  // Tall enough for every step, so that folding moves nothing below.
  const tallest = Math.max(
    ...scene.drawn.map(({ kind, rows }) => tensorHeight(rows, kind === 'blocks' ? 'blocks' : undefined)),
  )
  return (
    <div className="factor-row">
      {factors.map((factor, k) => (
        <Fragment key={factor === rates ? 'rates' : 'arriving'}>
          {k > 0 && <Sign>·</Sign>}
          {factor}
        </Fragment>
      ))}
      <Equals of={[scene.dy, Array.from(jacobian.data), found]} />
      {gradient}
      <svg width="1" height={`${tallest}rem`} aria-hidden="true" />
    </div>
  )
}

function badge(state: State, { step, shape }: Props['scene']): string {
  const { N, D, M } = sizes(state)
  if (step.kind === 'blocks') return `(${shapeText([N, M])}) × (${shapeText(shape)})`
  if (step.kind === 'turn') return shapeText([D, N])
  if (step.kind === 'fold') return shapeText(state.by === 'x' ? [M, D] : [N, D])
  return shapeText([N * M, shape.reduce((a, b) => a * b, 1)])
}
