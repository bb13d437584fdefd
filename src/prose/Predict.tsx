import type { ReactNode } from 'react'

type Props = { id: string; question: string; options: readonly string[]; answer: number; children: ReactNode }

/** The reader commits before the figure shows. The page opens the answer on a choice and remembers it (see shell). */
export function Predict({ id, question, options, answer, children }: Props) {
  if (!options[answer])
    throw new Error(`Predict "${id}": answer ${answer} is none of its ${options.length} options`)
  return (
    <section className="predict" id={id} data-predict={answer} aria-label={`Prediction: ${question}`}>
      <fieldset>
        <legend>
          <span className="tag">Predict</span> {question}
        </legend>
        {options.map((option, i) => (
          <label key={option}>
            <input type="radio" name={id} value={i} /> <span>{option}</span>
          </label>
        ))}
      </fieldset>
      <details className="fold">
        <summary>Show the answer</summary>
        <p className="verdict" role="status" />
        <p className="answer">{options[answer]}.</p>
        {children}
      </details>
    </section>
  )
}
