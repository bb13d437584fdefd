import { entryOf } from '@/autodiff'
import {
  doublings,
  Equation,
  fields,
  Figure,
  largest,
  Slider,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { entry, factor } from '@/plot/format'
import { Factors } from './Factors'
import { check, count, model, most, picked, start, terms, withRows, type Scene, type State } from './model'
import { Orders } from './Orders'
import { SizeInputs } from './SizeInputs'
import { letters, sentence, words } from './words'

const place = fields.integer(0, 3)
const spec: FigureSpec<State> = {
  start,
  fields: {
    sizes: fields.matrix(4, most),
    values: fields.list(fields.real(-largest, largest), count),
    row: place,
    column: place,
  },
  check,
}

/** The picked entry with its numbers in place. */
const Entry = ({ scene, name }: { scene: Scene; name: string }) => (
  <Equation spoken={words.entry(scene.row, scene.column, picked(scene).spoken)}>
    <span className="math-number">{entry(`(${name})`, scene.row + 1, scene.column + 1)}</span>
    <i>=</i>
    {terms(scene).map(({ left, right }, m) => (
      <span className="term" key={m}>
        {m > 0 && <i>+</i>}
        <span className="math-number">{factor(left)}</span>
        <i>·</i>
        <span className="math-number">{factor(right)}</span>
      </span>
    ))}
    <i>{picked(scene).sign}</i>
    <span className="math-number">{picked(scene).text}</span>
  </Equation>
)

/** Matrices that multiply or refuse to; a row times a column; what each order of a longer chain costs. */
export default function MatrixChain(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { sizes } = state
  const scene = model(state)
  return (
    <Figure
      of={figure}
      title={sizes.length > 2 ? words.chainTitle : words.title}
      says={sentence(scene, sizes)}
      controls={
        <Slider
          label={words.K}
          symbol="K"
          value={entryOf(sizes, 0, 0)}
          min={1}
          max={most}
          step={1}
          integer
          scale={doublings}
          onChange={(K) => set({ sizes: withRows(sizes, K) })}
        />
      }
    >
      <SizeInputs of={figure} />
      <Factors of={figure} scene={scene} />
      {scene.small?.product && <Entry scene={scene} name={letters.slice(0, sizes.length).join('')} />}
      {scene.orders && <Orders of={scene.orders} sizes={sizes} />}
    </Figure>
  )
}
