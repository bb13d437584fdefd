import { Formula, readTex } from '@/figure/formula'

type Props = {
  legend: string
  name: string
  options: readonly string[]
  /** The options as TeX, where they are formulas. */
  set?: readonly string[] | undefined
  /** The place of the chosen one, as text. */
  chosen: string
  onChoose: (option: string) => void
}

/** The answers to choose from; without a script, a list to read. */
export const Options = ({ legend, name, options, set, chosen, onChoose }: Props) => (
  <fieldset className="question-options">
    <legend>{legend}</legend>
    {options.map((option, i) => (
      <label key={option}>
        <input type="radio" name={name} checked={chosen === String(i)} onChange={() => onChoose(String(i))} />
        {set?.[i] === undefined ? <span>{option}</span> : <Line text={option} tex={set[i]} />}
      </label>
    ))}
  </fieldset>
)

/** A formula, typeset for the eye and as text for the ear. */
export const Line = ({ text, tex }: { text: string; tex: string }) => (
  <span className="question-line">
    <Formula of={readTex(tex)} />
    <span className="visually-hidden">{text}</span>
  </span>
)
