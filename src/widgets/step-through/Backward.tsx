import type { ReactNode } from 'react'
import { Equals, Matrix, Sign, Tex, tex } from '@/figure'
import { LayerMatrix, type Editing } from '@/topics/linear-layer/LayerMatrix'
import type { model, State } from './model'
import { words } from './words'

type Props = { state: State; scene: ReturnType<typeof model>; editing: Editing }

const slices = {
  x: tex`\frac{\partial \y}{\partial \htmlClass{x}{x_{\slot{0},\slot{1}}}}`,
  w: tex`\frac{\partial \y}{\partial \htmlClass{w}{w_{\slot{0},\slot{1}}}}`,
}
const wanted = {
  x: tex`\frac{\partial \L}{\partial \htmlClass{x}{x_{\slot{0},\slot{1}}}}`,
  w: tex`\frac{\partial \L}{\partial \htmlClass{w}{w_{\slot{0},\slot{1}}}}`,
}

const unknown = (values: readonly (readonly number[])[]) => values.map((row) => row.map(() => null))

/** What stands before the gradient in the backward row: as much of it as the derivation has come to. */
export function Backward({ state, scene, editing }: Props) {
  const { active, shown } = scene
  const arriving = shown.arrived ? (
    <LayerMatrix of="dy" values={scene.dy} editing={editing} active={active.dy} />
  ) : (
    <LayerMatrix of="dy" values={unknown(scene.dy)} />
  )
  if (shown.turned) return <Turned state={state} scene={scene} arriving={arriving} />
  return (
    <>
      {arriving}
      {shown.slice && <Dot state={state} scene={scene} />}
      <Sign>→</Sign>
    </>
  )
}

/** The slice, and the one number that it makes with what arrives. */
function Dot({ state: { target }, scene }: Pick<Props, 'state' | 'scene'>) {
  const { active, shown, step, dy, slice, value } = scene
  const place = [step.at.row + 1, step.at.column + 1]
  return (
    <>
      <Sign>·</Sign>
      <Matrix
        name={words.slice(target, place.join(', '))}
        role="ink"
        label={<Tex of={slices[target]} slots={place} />}
        values={shown.sliceKnown ? slice : unknown(slice)}
        active={active.slice}
      />
      <Equals of={shown.dotKnown ? [...dy, ...slice, [value]] : []} />
      <Matrix
        name={words.gradientAt(target, place.join(', '))}
        role={target}
        kind="gradient"
        label={<Tex of={wanted[target]} slots={place} />}
        values={[[shown.dotKnown ? value : null]]}
        active={() => shown.dotKnown}
      />
    </>
  )
}

/** The two factors of the short formula, in its order. */
function Turned({
  state: { target },
  scene,
  arriving,
}: Pick<Props, 'state' | 'scene'> & { arriving: ReactNode }) {
  const other = target === 'x' ? 'w' : 'x'
  const turned = <LayerMatrix of={other} transposed values={scene.turned} active={scene.active.turned} />
  return (
    <>
      {target === 'x' ? arriving : turned}
      <Sign>·</Sign>
      {target === 'x' ? turned : arriving}
      <Equals of={[...scene.dy, ...scene.turned, ...scene.gradient]} />
    </>
  )
}
