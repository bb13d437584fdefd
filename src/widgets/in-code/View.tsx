import {
  Choice,
  CopyText,
  fields,
  Figure,
  MatrixRow,
  Readout,
  Readouts,
  Equals,
  toLink,
  useFigure,
  useFigureState,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { num } from '@/plot/format'
import { layerFields } from '@/topics/linear-layer/fields'
import { OwnLayerMatrix } from '@/topics/linear-layer/OwnLayerMatrix'
import { LossChoice } from '@/topics/linear-layer/LossChoice'
import { checkLayer, handout, type Layer } from '@/topics/linear-layer/model'
import { LayerProduct } from '@/topics/letters/LayerProduct'
import { useLetters } from '@/topics/letters/useLetters'
import { formulasIn } from './inLetters'
import { layerOf, model, type Language, type State } from './model'
import { Program } from './Program'
import { toText } from './tokens'
import { words } from './words'

const spec: FigureSpec<State> = {
  start: { ...handout, language: 'numpy', own: 'no' },
  fields: {
    ...layerFields,
    language: fields.choice('numpy', 'torch', 'jax', 'typescript'),
    own: fields.choice('no', 'yes'),
  },
  check: checkLayer,
}

const languages: { value: Language; label: string }[] = [
  { value: 'numpy', label: 'NumPy' },
  { value: 'torch', label: 'PyTorch' },
  { value: 'jax', label: 'JAX' },
  { value: 'typescript', label: 'TypeScript' },
]

/** The figure whose numbers are followed, to go to. */
const Followed = ({ id }: { id: string }) => <a href={`#${id}`}>{words.followed}</a>

/** The layer as a program in four languages, on the numbers of another figure until one is changed here. */
export default function InCode(props: FigureProps<State> & { follows?: string }) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { follows = 'step-through' } = props
  const layer = layerOf(state, useFigureState<Layer>(follows))
  const letters = useLetters()
  const change = (to: Partial<Layer>) => set({ ...layer, ...to, own: 'yes' })

  const { y, L, dy, dx, dw, program } = model(layer, state.language, letters)
  const label = languages.find(({ value }) => value === state.language)?.label ?? ''
  const own = state.own === 'yes'

  /** A link opens alone, so it carries the numbers that are followed here. */
  const link = () =>
    toLink(props.id, { ...state, ...layer, own: 'yes' }, { ...spec.start, ...props.start }, spec.fields)

  const editing = { layer, set: change }
  return (
    <Figure
      of={{ ...figure, link }}
      title={words.title(label)}
      legend={['value', 'gradient']}
      says={
        own ? (
          <>
            {words.ownNumbers}
            <Followed id={follows} />.
          </>
        ) : (
          <>
            {words.holds}
            <Followed id={follows} />
            {words.change}
          </>
        )
      }
      spoken={words.spoken(label, own, L)}
      controls={<LossChoice letters={letters} layer={layer} set={change} />}
    >
      <div className="code-forward">
        <MatrixRow>
          <LayerProduct
            of="y"
            letters={letters}
            renderFactor={(of, turned) =>
              (of === 'x' || of === 'w') && (
                <OwnLayerMatrix {...{ of, letters, turned, editing }} values={layer[of]} />
              )
            }
          />
          <Equals of={[...layer.x, ...layer.w, ...y]} />
          <OwnLayerMatrix of="y" letters={letters} values={y} />
        </MatrixRow>
        <Readouts>
          <Readout label="L">{num(L)}</Readout>
        </Readouts>
      </div>
      <MatrixRow>
        <OwnLayerMatrix of="dy" letters={letters} values={dy} editing={editing} />
        <OwnLayerMatrix of="dx" letters={letters} values={dx} />
        <OwnLayerMatrix of="dw" letters={letters} values={dw} />
      </MatrixRow>
      <div className="code-head needs-js">
        <Choice
          legend={words.language}
          options={languages}
          value={state.language}
          onChange={(language) => set({ language })}
        />
        <CopyText text={toText(program)} primary>
          {words.copy}
        </CopyText>
      </div>
      <Program lines={program} label={words.program(label)} formulas={formulasIn(letters)} />
    </Figure>
  )
}
