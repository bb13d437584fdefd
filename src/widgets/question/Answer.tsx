import type { FormEvent, MouseEvent } from 'react'
import { kindOf, type Task, type Verdict } from './model'
import { Options } from './Options'
import { Outcome } from './Outcome'
import { words } from './words'

/** `text` stands in the field, `checked` is what was last tried. */
export type Answered = { text: string; checked: string }

export const longest = 200

const placeholders = { number: words.aNumber, formula: words.aFormula, choice: '' }

type Props = Answered & {
  id: string
  task: Task
  label: string
  verdict: Verdict | undefined
  notice: string
  set: (change: Partial<Answered>) => void
  warn: (sentence: string) => void
  onClear: () => void
}

/** The options, or the field, and below what is said of the answer. */
export function Answer({ id, task, label, text, checked, verdict, notice, set, warn, onClear }: Props) {
  const kind = kindOf(task)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set({ checked: text.trim() })
    if (text.trim() === '') warn(words.empty)
  }
  const take = (formula: string) => {
    set({ text: formula })
    document.getElementById(`${id}-field`)?.focus()
  }
  const clear = ({ currentTarget, detail }: MouseEvent) => {
    // Pressed by a key, Clear had the focus and goes; a finger's press must not call up a keyboard.
    if (detail === 0) currentTarget.closest('.question')?.querySelector('input')?.focus()
    onClear()
  }
  return (
    <>
      {'options' in task ? (
        <Options
          legend={label}
          name={id}
          options={task.options}
          set={task.set}
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
              placeholder={placeholders[kind]}
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
        notice={notice}
        onClear={clear}
        onTake={take}
      />
    </>
  )
}
