import { useState } from 'react'
import {
  Choice,
  Equation,
  Figure,
  Formula,
  Readout,
  Readouts,
  readTex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num, shapeText } from '@/plot/format'
import { untranslated } from '@/plot/untranslated'
import { Flat } from '@/topics/flat/Flat'
import { Sum } from '@/topics/flat/Sum'
import { spokenTerms, words as shared } from '@/topics/flat/words'
import type { Derived } from '@/topics/programs/derived'
import { model } from './model'
import { Numbers } from './Numbers'
import { checkFor, fieldsOf, shapesOf, sizeOf, startOf, type Inputs, type State } from './state'
import { patternText, sentence, words } from './words'

type Props = FigureProps<State> & {
  /** A layer of the list, derived while the page is drawn: `derived('residual')`. */
  layer: Derived
  /** Its inputs: their shapes are the sizes. */
  inputs: Inputs
}

function specOf({ layer, inputs }: Props): FigureSpec<State> {
  const start = startOf(layer, inputs)
  return { start, fields: fieldsOf(layer, inputs), check: checkFor(start) }
}

/** Any layer that is a program, on small numbers: the pattern of its Jacobian, its short formula, and the check. */
export default function ProgramLayer(props: Props) {
  const { layer } = props
  const [spec] = useState(() => specOf(props))
  const [shapes] = useState(() => shapesOf(layer, props.inputs))
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(layer, shapes, state)
  const { by, lines, jacobian, summed, count, gap } = scene
  const shape = shapeText([jacobian.length, sizeOf(scene.shapes.input)])
  const counted = shared.canDiffer(count.wired, count.all)
  return (
    <Figure
      of={figure}
      title={shared.title(layer.label)}
      legend={['value', 'gradient']}
      says={sentence(scene)}
      controls={
        layer.gradients.length > 1 && (
          <Choice
            legend={shared.by}
            options={layer.gradients.map(({ name }) => ({ value: name, label: name }))}
            value={by}
            onChange={(next) => set({ by: next, place: 0 })}
          />
        )
      }
    >
      <div className="program-head">
        <pre {...untranslated} className="program-text" role="group" aria-label={words.program} tabIndex={0}>
          {layer.text}
        </pre>
        <Equation spoken={lines.map(({ text }) => text).join('; ')}>
          <span className="layer-formulas">
            {lines.map(({ text, tex }) => (
              <Formula key={text} of={readTex(tex)} />
            ))}
          </span>
        </Equation>
      </div>
      <div className="layer-parts">
        <Numbers figure={figure} shapes={shapes} scene={scene} />
        <div className="telling">
          <p className="flat-head">
            <span>{`∂${layer.output}/∂${by}`}</span> <span className="shape">{shared.asMatrix(shape)}</span>
          </p>
          <Flat
            jacobian={jacobian}
            by={by}
            of={layer.output}
            shapes={scene.shapes}
            place={scene.place}
            label={shared.jacobian(by, shape, counted)}
          />
        </div>
      </div>
      <p className="flat-note telling">{`${patternText(scene)} ${counted}.`}</p>
      <Equation spoken={spokenTerms(summed)}>
        <Sum of={summed} />
      </Equation>
      <Readouts>
        <Readout label={shared.againstCore}>{num(gap.core, 2)}</Readout>
        <Readout label={shared.againstDifferences}>{num(gap.differences, 2)}</Readout>
      </Readouts>
    </Figure>
  )
}
