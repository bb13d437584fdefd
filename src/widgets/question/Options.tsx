type Props = {
  legend: string
  name: string
  options: readonly string[]
  /** The place of the chosen one, as text. */
  chosen: string
  onChoose: (option: string) => void
}

/** The answers to choose from; without a script, a list to read. */
export const Options = ({ legend, name, options, chosen, onChoose }: Props) => (
  <fieldset className="question-options">
    <legend>{legend}</legend>
    {options.map((option, i) => (
      <label key={option}>
        <input type="radio" name={name} checked={chosen === String(i)} onChange={() => onChoose(String(i))} />
        <span>{option}</span>
      </label>
    ))}
  </fieldset>
)
