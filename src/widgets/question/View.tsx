import type { FormEvent, MouseEvent } from 'react'
import { fields, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { judge, kindOf, type Task } from './model'
import { Options } from './Options'
import { Outcome } from './Outcome'
import { words } from './words'

/** `text` stands in the field, `checked` is what was last tried. */
export type State = { text: string; checked: string }

const longest = 200
const spec: FigureSpec<State> = {
  start: { text: '', checked: '' },
  fields: { text: fields.text(longest), checked: fields.text(longest) },
  keep: true,
}

const asks = {
  number: { label: words.yourAnswer, placeholder: words.aNumber },
  formula: { label: words.yourFormula, placeholder: words.aFormula },
  choice: { label: words.yourAnswer, placeholder: '' },
}

type Props = FigureProps<State> & Task & { label?: string }

/**
 * An answer that is checked: a number, a formula or a choice (see `Task`). Inside `<Exercise>`, before its hints. The
 * reader's browser keeps it. `label` stands before the field: "f′(2) =".
 */
export default function Question(props: Props) {
  const figure = useFigure(props, spec)
  const { id, state, set, caption } = figure
  const { text, checked } = state
  const kind = kindOf(props)
  const { label, placeholder } = { ...asks[kind], ...(props.label && { label: props.label }) }
  const verdict = checked === '' ? undefined : judge(checked, props, label)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    set({ checked: text.trim() })
    if (text.trim() === '') figure.warn(words.empty)
  }
  const take = (formula: string) => {
    set({ text: formula })
    document.getElementById(`${id}-field`)?.focus()
  }
  const clear = ({ currentTarget, detail }: MouseEvent) => {
    // Pressed by a key, Clear had the focus and goes; a finger's press must not call up a keyboard.
    if (detail === 0) currentTarget.closest('.question')?.querySelector('input')?.focus()
    figure.reset()
  }
  return (
    <div className="question" id={id} role="group" aria-label={label}>
      {caption}
      {'options' in props ? (
        <Options
          legend={label}
          name={id}
          options={props.options}
          chosen={text}
          onChoose={(option) => set({ text: option, checked: option })}
        />
      ) : (
        <form className="formula" onSubmit={submit} noValidate>
          <label htmlFor={`${id}-field`}>{label}</label>
          <div className="formula-line">
            <input
              id={`${id}-field`}
              className="formula-input"
              type="text"
              maxLength={longest}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck="false"
              aria-describedby={`${id}-verdict`}
              placeholder={placeholder}
              value={text}
              onChange={(event) => set({ text: event.target.value })}
            />
            <button type="submit" className="needs-js">
              {words.check}
            </button>
          </div>
        </form>
      )}
      <Outcome
        id={`${id}-verdict`}
        of={verdict}
        text={kind === 'choice' ? '' : checked}
        notice={figure.notice}
        onClear={clear}
        onTake={take}
      />
    </div>
  )
}
Question.numbered = false
