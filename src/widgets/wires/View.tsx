import {
  Choice,
  Equation,
  fields,
  Figure,
  Stepper,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { Formula, readTex } from '@/figure/formula'
import { Wires as Picture } from '@/plot/wires/Wires'
import { said } from '@/plot/wires/words'
import { inLetters, nameOf } from '@/topics/letters/sentences'
import { useLetters } from '@/topics/letters/useLetters'
import { kinds, model, type State } from './model'
import { names, sentence, words } from './words'

const spec: FigureSpec<State> = {
  start: { by: 'x', step: 2 },
  fields: { by: fields.choice('x', 'w'), step: fields.integer(0, kinds.length - 1) },
}

/** A product as a tensor diagram: the node taken out, ∂L/∂y hung on, and the rest read back as a product. */
export default function Wires(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const letters = useLetters()
  const scene = model(state, letters)
  return (
    <Figure
      of={figure}
      title={words.title}
      says={inLetters(sentence(state, scene), letters)}
      legend={['value', 'gradient']}
      controls={
        <>
          <Stepper
            step={state.step}
            names={kinds.map((kind) => names[kind])}
            onStep={(step) => set({ step })}
          />
          <Choice
            legend={words.by}
            options={[
              { value: 'x', label: 'x' },
              { value: 'w', label: nameOf('w', letters) },
            ]}
            value={state.by}
            onChange={(by) => set({ by })}
          />
        </>
      }
    >
      <Equation spoken={said(scene.text)}>
        <Formula of={readTex(scene.tex)} />
      </Equation>
      <div className="wires-stage">
        <Picture
          of={scene.diagram}
          name={words.picture}
          fixed={scene.kind !== 'read'}
          reads={scene.kind === 'read'}
        />
      </div>
    </Figure>
  )
}
