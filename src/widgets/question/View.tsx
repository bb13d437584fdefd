import { fields, useFigure, useScore, type FigureProps, type FigureSpec, type LayerLetters } from '@/figure'
import { Answer, longest, type Answered } from './Answer'
import { Given, type GivenProps } from './Given'
import { judging, namesIn } from '@/topics/letters/judging'
import { judgeFirst, useJudge } from '@/topics/letters/useJudge'
import { useLetters } from '@/topics/letters/useLetters'
import { judge, kindOf, type Task } from './model'
import { words } from './words'

export type State = Answered

const spec: FigureSpec<State> = {
  start: { text: '', checked: '' },
  fields: { text: fields.text(longest), checked: fields.text(longest) },
  keep: true,
}

const labels = { number: words.yourAnswer, formula: words.yourFormula, choice: words.yourAnswer }

type Props = FigureProps<State> &
  Task &
  GivenProps & {
    label?: string
    /** The letters that the question is about, whatever the reader's are. */
    letters?: LayerLetters
  }

/** What the names of a question are in the reader's letters, where these differ. */
function sayShapes(task: Task, to: LayerLetters): string | undefined {
  if (!('names' in task)) return undefined
  const found = namesIn(task.names, { from: 'handout', to })
  const said = Object.entries(found).filter(([name, shape]) => task.names[name] !== shape)
  return said.length === 0
    ? undefined
    : judging()?.elsewhere.asks(
        said.map(([name, shape]) => `${name}: ${shape.replaceAll('×', '\u00a0×\u00a0')}`),
      )
}

/**
 * An answer that is checked: a number, a formula or a choice (see `Task`). Inside `<Exercise>`, before its hints. The
 * reader's browser keeps it. `label` stands before the field: "f′(2) =".
 */
export default function Question(props: Props) {
  const figure = useFigure(props, spec)
  const { id, state, set, caption } = figure
  const label = props.label ?? labels[kindOf(props)]
  const chosen = useLetters()
  const { letters: from = 'handout', letters: to = chosen } = props
  const shapes = from === to ? undefined : sayShapes(props, to)
  const verdict = state.checked === '' ? undefined : judge(state.checked, props, label, { from, to })
  useScore(id, verdict?.kind === 'right' ? 1 : 0)
  const heard = useJudge(verdict?.kind)
  return (
    <div className="question" id={id} role="group" aria-label={label}>
      {caption}
      <Given {...props} />
      {shapes !== undefined && <p className="question-letters">{shapes}</p>}
      <Answer
        {...{ id, label, set }}
        verdict={heard ? verdict : undefined}
        {...state}
        task={props}
        notice={figure.notice}
        warn={figure.warn}
        onClear={figure.reset}
      />
    </div>
  )
}
Question.numbered = false
Question.before = judgeFirst
