import {
  Button,
  Equals,
  Figure,
  MatrixRow,
  Readout,
  Readouts,
  Slider,
  Sweep,
  fields,
  tidy,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import type { Written } from '@/plot/equation'
import { Arrow } from '@/plot/Arrow'
import { num } from '@/plot/format'
import { LayerProduct } from '@/topics/letters/LayerProduct'
import { inLetters, nameOf } from '@/topics/letters/sentences'
import { useLetters } from '@/topics/letters/useLetters'
import { OwnLayerMatrix } from '@/topics/linear-layer/OwnLayerMatrix'
import { LossChoice } from '@/topics/linear-layer/LossChoice'
import { layerFields } from '@/topics/linear-layer/fields'
import { checkLayer, handout } from '@/topics/linear-layer/model'
import { model, type State } from './model'
import { words, sentence } from './words'

const spec: FigureSpec<State> = {
  start: { ...handout, by: 'x', row: 0, column: 0, delta: 0.5 },
  fields: {
    ...layerFields,
    by: fields.choice('x', 'w'),
    row: fields.integer(0, 3),
    column: fields.integer(0, 3),
    delta: fields.real(-1, 1),
  },
  check: checkLayer,
}

/** One arrow a line: its name, the arrow, and the product that makes it. */
function Line({ sym, name, sum, reach, predicted, text }: LineProps) {
  return (
    <li className={name[0] === 'L' ? 'L' : sym[0]}>
      <span className="line-name sym" data-sym={sym}>
        Δ{name}
      </span>
      <Arrow reach={reach} {...(predicted !== undefined && { predicted })} />
      <span className="line-number">
        {sum && <small>{`${sum.terms[0]} ${sum.sign} `}</small>}
        <output aria-label={name === 'L' ? words.predictedL : words.changeOf(name)} aria-live="off">
          {sum?.text ?? text}
        </output>
      </span>
    </li>
  )
}
/** Room for a line that another nudge needs. */
const Blank = () => (
  <li className="blank" aria-hidden="true">
    <span className="line-name">Δ</span>
    <Arrow reach={0} />
    <span className="line-number">0</span>
  </li>
)
type LineProps = {
  sym: string
  name: string
  reach: number
  /** How far the slope says that it moves, and the product that says so. */
  predicted?: number
  sum?: Written
  text?: string
}

/** Nudge one entry of x or w; see which entries of y move, by how much, and what the loss does. */
export default function NudgeCell(props: FigureProps<State> & { hero?: boolean }) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { by, delta } = state

  const scene = model(state)
  const { row, column, after, moves, loss, scale } = scene
  // A nudge of x moves a row of y, a nudge of w a column; what stands below them stays where it is.
  const most = Math.max(after.y.length, after.y[0]?.length ?? 0)
  const key = `${by}.${row + 1}.${column + 1}`
  const letters = useLetters()
  const name = nameOf(key, letters)

  const input = (which: 'x' | 'w', turned: boolean) => (
    <OwnLayerMatrix
      of={which}
      letters={letters}
      turned={turned}
      values={state[which]}
      editing={{ layer: state, set }}
      plus={(i, j) => (by === which && i === row && j === column ? delta : undefined)}
      mark={(i, j) => (by === which && i === row && j === column ? 'nudged' : undefined)}
      onSelect={(i, j) => set({ by: which, row: i, column: j })}
    />
  )
  return (
    <Figure
      of={figure}
      title={props.hero ? words.nudgeNumber : words.nudgeCell}
      legend={['value', 'nudge']}
      says={inLetters(sentence(state, scene), letters)}
      controls={
        <>
          <Slider {...bind('delta')} label={words.nudgeOf(name)} symbol={<>Δ{name}</>} />
          <Sweep of={bind('delta')} name={words.nudgeOf(name)} />
          {props.hero && (
            <Button off={Math.abs(delta) < 1e-3} onClick={() => set({ delta: tidy(delta / 2) })}>
              {words.halve}
            </Button>
          )}
          {!props.hero && <LossChoice letters={letters} layer={state} set={set} />}
        </>
      }
    >
      <MatrixRow>
        <LayerProduct
          of="y"
          letters={letters}
          renderFactor={(of, turned) => (of === 'x' || of === 'w') && input(of, turned)}
        />
        <Equals of={scene.cells} />
        <OwnLayerMatrix
          of="y"
          letters={letters}
          values={after.y}
          mark={(i, j) => (moves.some((move) => move.row === i && move.column === j) ? 'moves' : undefined)}
        />
      </MatrixRow>
      <ul className="nudge-lines" aria-label={words.moves}>
        <Line sym={key} name={name} reach={delta / scale} text={num(delta)} />
        {moves.map((move) => (
          <Line
            key={`${move.row}.${move.column}`}
            sym={`y.${move.row + 1}.${move.column + 1}`}
            name={nameOf(`y.${move.row + 1}.${move.column + 1}`, letters)}
            sum={move.sum}
            reach={move.true / scale}
            predicted={move.predicted / scale}
          />
        ))}
        <Line sym="L" name="L" sum={loss.sum} reach={loss.true / scale} predicted={loss.predicted / scale} />
        {Array.from({ length: most - moves.length }, (_, k) => (
          <Blank key={k} />
        ))}
      </ul>
      {!props.hero && (
        <Readouts>
          <Readout label={words.predicted}>{num(loss.predicted)}</Readout>
          <Readout label={words.true}>{num(loss.true)}</Readout>
          <Readout label={words.remainder}>{num(loss.remainder)}</Readout>
        </Readouts>
      )}
    </Figure>
  )
}
