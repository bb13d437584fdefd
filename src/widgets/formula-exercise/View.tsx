import {
  Figure,
  MatrixRow,
  Says,
  Tex,
  fields,
  tex,
  useFigure,
  useScore,
  withEntry,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { shapeText } from '@/plot/format'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { judgeFirst, useJudge } from '@/topics/letters/useJudge'
import { inLetters } from '@/topics/letters/sentences'
import { OwnMatrix } from '@/topics/letters/OwnMatrix'
import { useLetters } from '@/topics/letters/useLetters'
import { SizeFields } from '@/topics/linear-layer/SizeFields'
import {
  blindSpot,
  checkGiven,
  firstGiven,
  resized,
  shapeOf,
  sizesOf,
  tasks,
  type Given,
  type Target,
} from './given'
import { assess } from './checker'
import { Form, longest } from './Form'
import { Outcome } from './Outcome'
import { words } from './words'

/** `text` stands in the field, `checked` is what was last tried. */
export type State = Given & { text: string; checked: string; shown: 'yes' | 'no' }

const numbers = fields.matrix(4, 1e6)
const spec: FigureSpec<State> = {
  start: { ...firstGiven, text: '', checked: '', shown: 'no' },
  fields: {
    x: numbers,
    w: numbers,
    dy: numbers,
    b: numbers,
    text: fields.text(longest),
    checked: fields.text(longest),
    shown: fields.choice('yes', 'no'),
  },
  check: checkGiven,
  keep: true,
}

const asked = {
  dw: { owner: 'w' },
  db: { owner: 'b' },
} as const

const labels = { x: tex`\x`, w: tex`\w`, dy: tex`\htmlClass{y}{dy} = \dLdy`, b: tex`\b` }
const names = { x: 'x', w: 'w', dy: words.dySpoken, b: 'b' }

/** The reader gives ∂L/∂w or ∂L/∂b as a formula; the checker says what kind of right or wrong it is. */
export default function FormulaExercise(props: FigureProps<State> & { target: Target }) {
  const { target } = props
  const figure = useFigure(props, spec)
  const { state, set, warn } = figure

  const to = useLetters()
  const assessment = state.checked === '' ? undefined : assess(state.checked, state, target, to)
  useScore(props.id, assessment?.verdict.kind === 'right' ? 1 : 0)
  const heard = useJudge(assessment?.verdict.kind)
  const { owner } = asked[target]
  const weight = to === 'handout' ? 'w' : 'W'
  const note = blindSpot(state, target)

  const submit = () => {
    set({ checked: state.text.trim(), shown: 'no' })
    if (state.text.trim() === '') warn(words.empty)
  }
  const matrix = (name: keyof Given) => (
    <OwnMatrix
      key={name}
      of={name}
      letters={to}
      name={names[name]}
      sym={name}
      role={name === 'x' ? 'x' : name === 'dy' ? 'y' : 'w'}
      kind={name === 'dy' ? 'gradient' : 'value'}
      label={<Tex of={labels[name]} />}
      values={state[name]}
      onChange={(i, j, value) => set({ [name]: withEntry(state[name], i, j, value) })}
    />
  )
  const rows = shapeOf(state[owner])
  const lies = isTurned(conventionOf(to), owner) ? rows.toReversed() : rows
  const shape = shapeText(lies).replaceAll(' ', '\u00a0')
  return (
    <Figure
      of={figure}
      title={<Says text={inLetters(words.title(target), to)} />}
      legend={['value', 'gradient']}
      says={inLetters(words.asks(target, owner, shape, to === 'handout' ? note : ''), to)}
      spoken={note}
      controls={<SizeFields sizes={sizesOf(state)} onChange={(sizes) => set(resized(state, sizes))} />}
    >
      <MatrixRow>{tasks[target].names.map(matrix)}</MatrixRow>
      <Form
        id={`${props.id}-field`}
        label={words.yours(target === 'dw' ? weight : 'b')}
        weight={weight}
        names={tasks[target].names}
        text={state.text}
        onText={(text) => set({ text })}
        onCheck={submit}
        onClear={() => set({ text: '', checked: '', shown: 'no' })}
      />
      <Outcome
        of={heard ? assessment : undefined}
        text={state.checked}
        target={target}
        letters={to}
        shown={state.shown === 'yes'}
        onTake={(text) => set({ text })}
        onShow={(shown) => set({ shown: shown ? 'yes' : 'no' })}
      />
    </Figure>
  )
}
FormulaExercise.before = judgeFirst
