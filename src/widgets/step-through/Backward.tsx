import type { ReactNode } from 'react'
import { nth } from '@/autodiff'
import { Equals, Matrix, Sign, Tex, tex, type LayerLetters } from '@/figure'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { LayerProduct } from '@/topics/letters/LayerProduct'
import { nameOf } from '@/topics/letters/sentences'
import { OwnLayerMatrix } from '@/topics/linear-layer/OwnLayerMatrix'
import type { Editing } from '@/topics/linear-layer/look'
import { SliceName, Wanted } from './InLetters'
import type { model, State } from './model'
import { words } from './words'

type Props = { state: State; scene: ReturnType<typeof model>; editing: Editing; letters: LayerLetters }

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
export function Backward({ state, scene, editing, letters }: Props) {
  const { active, shown } = scene
  const arriving = (turned: boolean) =>
    shown.arrived ? (
      <OwnLayerMatrix of="dy" {...{ letters, turned, editing }} values={scene.dy} active={active.dy} />
    ) : (
      <OwnLayerMatrix of="dy" {...{ letters, turned }} values={unknown(scene.dy)} />
    )
  if (shown.turned) return <Short state={state} scene={scene} letters={letters} arriving={arriving} />
  return (
    <>
      {arriving(false)}
      {shown.slice && <Dot state={state} scene={scene} letters={letters} />}
      <Sign>→</Sign>
    </>
  )
}

/** The slice, and the one number that it makes with what arrives. */
function Dot({ state: { target }, scene, letters }: Pick<Props, 'state' | 'scene' | 'letters'>) {
  const { active, shown, step, dy, slice, value } = scene
  const place = [step.at.row + 1, step.at.column + 1]
  const ours = letters === 'handout'
  const own = { letters, target, place: step.at }
  const spoken = nameOf(`${target}.${place.join('.')}`, letters)
  const values: readonly (readonly (number | null)[])[] = shown.sliceKnown ? slice : unknown(slice)
  const lies = isTurned(conventionOf(letters), 'y')
  return (
    <>
      <Sign>·</Sign>
      <Matrix
        name={ours ? words.slice(target, place.join(', ')) : words.sliceOf(spoken)}
        role="ink"
        label={ours ? <Tex of={slices[target]} slots={place} /> : <SliceName {...own} />}
        values={lies ? nth(values, 0).map((_, j) => values.map((row) => row[j] ?? null)) : values}
        active={(i, j) => (lies ? active.slice(j, i) : active.slice(i, j))}
      />
      <Equals of={shown.dotKnown ? [...dy, ...slice, [value]] : []} />
      <Matrix
        name={ours ? words.gradientAt(target, place.join(', ')) : words.gradientOf(spoken)}
        role={target}
        kind="gradient"
        label={ours ? <Tex of={wanted[target]} slots={place} /> : <Wanted {...own} />}
        values={[[shown.dotKnown ? value : null]]}
        active={() => shown.dotKnown}
      />
    </>
  )
}

/** The two factors of the short formula, in its order. */
function Short({
  state,
  scene,
  letters,
  arriving,
}: Pick<Props, 'state' | 'scene' | 'letters'> & { arriving: (turned: boolean) => ReactNode }) {
  const { target } = state
  const other = target === 'x' ? 'w' : 'x'
  return (
    <>
      <LayerProduct
        of={`d${target}`}
        letters={letters}
        renderFactor={(of, turned) =>
          of === 'dy' ? (
            arriving(turned)
          ) : (
            <OwnLayerMatrix
              of={other}
              {...{ letters, turned }}
              values={state[other]}
              active={(i, j) => scene.active.turned(j, i)}
            />
          )
        }
      />
      <Equals of={[...scene.dy, ...scene.turned, ...scene.gradient]} />
    </>
  )
}
