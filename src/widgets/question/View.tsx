import { fields, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Answer, longest, type Answered } from './Answer'
import { Given, type GivenProps } from './Given'
import { judge, kindOf, type Task } from './model'
import { words } from './words'

export type State = Answered

const spec: FigureSpec<State> = {
  start: { text: '', checked: '' },
  fields: { text: fields.text(longest), checked: fields.text(longest) },
  keep: true,
}

const labels = { number: words.yourAnswer, formula: words.yourFormula, choice: words.yourAnswer }

type Props = FigureProps<State> & Task & GivenProps & { label?: string }

/**
 * An answer that is checked: a number, a formula or a choice (see `Task`). Inside `<Exercise>`, before its hints. The
 * reader's browser keeps it. `label` stands before the field: "f′(2) =".
 */
export default function Question(props: Props) {
  const figure = useFigure(props, spec)
  const { id, state, set, caption } = figure
  const label = props.label ?? labels[kindOf(props)]
  const verdict = state.checked === '' ? undefined : judge(state.checked, props, label)
  return (
    <div className="question" id={id} role="group" aria-label={label}>
      {caption}
      <Given {...props} />
      <Answer
        {...{ id, label, verdict, set }}
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
