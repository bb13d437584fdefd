import {
  Choice,
  Equation,
  Figure,
  Matrix,
  MatrixRow,
  Sign,
  Slider,
  Tex,
  tex,
  type FigureHandle,
} from '@/figure'
import { entry } from '@/plot/format'
import { Formulas } from './Formulas'
import { HeadMatrix } from './Head'
import { forward } from './looks'
import { model, type Given, type State } from './model'
import { sentence, spokenRules, words } from './words'

type Props = { figure: FigureHandle<State> }

/** Which keys a query may see. */
export const MaskChoice = ({ figure: { state, set } }: Props) => (
  <Choice
    legend={words.mask}
    options={[
      { value: 'none', label: words.none },
      { value: 'causal', label: words.causal },
    ]}
    value={state.mask}
    onChange={(mask) => set({ mask })}
  />
)

const deltas = { A: tex`\Delta A`, y: tex`\Delta \y` }

/** A head forward: nudge one entry, and see which rows of scores, weights and output move. */
export function Forward({ figure }: Props) {
  const { state, set, bind } = figure
  const scene = model(state)
  const { row, column, after, reaches, predicted, actual } = scene
  const name = entry(state.of, row + 1, column + 1)

  const given = (of: Given) => {
    const here = (i: number, j: number) => of === state.of && i === row && j === column
    return (
      <HeadMatrix
        of={of}
        values={state[of]}
        figure={figure}
        mark={(i, j) => (here(i, j) ? 'nudged' : undefined)}
        plus={(i, j) => (here(i, j) ? state.delta : undefined)}
        onSelect={(i, j) => set({ of, row: i, column: j })}
      />
    )
  }
  const made = (of: 'S' | 'A' | 'y') => (
    <HeadMatrix of={of} values={after[of]} mark={(i, j) => (reaches[of](i, j) ? 'moves' : undefined)} />
  )
  const change = (of: 'A' | 'y', which: 'predicted' | 'actual') => (
    <Matrix
      name={words[which](of)}
      label={
        <>
          <Tex of={deltas[of]} /> <small>{words[`${which}Mark`]}</small>
        </>
      }
      role={of === 'y' ? 'y' : 'ink'}
      kind="nudge"
      values={which === 'predicted' ? predicted[of] : actual[of]}
    />
  )
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge']}
      says={sentence(state, scene)}
      controls={
        <>
          <Slider {...bind('delta')} label={words.nudgeOf(name)} symbol={<>Δ{name}</>} />
          <MaskChoice figure={figure} />
        </>
      }
    >
      <Equation spoken={spokenRules.given}>
        <Formulas of={forward} />
      </Equation>
      <div className="passes head-rows">
        <MatrixRow name={words.scores}>
          {given('Q')}
          {given('K')}
          <Sign>→</Sign>
          {made('S')}
        </MatrixRow>
        <MatrixRow name={words.mixture}>
          {made('A')}
          {given('V')}
          <Sign>→</Sign>
          {made('y')}
        </MatrixRow>
        <div className="head-changes">
          <MatrixRow name={words.changes}>
            {change('A', 'predicted')}
            {change('A', 'actual')}
            {change('y', 'predicted')}
            {change('y', 'actual')}
          </MatrixRow>
        </div>
      </div>
    </Figure>
  )
}
