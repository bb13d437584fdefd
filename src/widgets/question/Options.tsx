type Props = {
  name: string
  options: readonly string[]
  /** The place of the chosen one, as text. */
  chosen: string
  onChoose: (option: string) => void
}

/** The answers to choose from; without a script, a list to read. */
export const Options = ({ name, options, chosen, onChoose }: Props) => (
  <div className="question-options">
    {options.map((option, i) => (
      <label key={option}>
        <input type="radio" name={name} checked={chosen === String(i)} onChange={() => onChoose(String(i))} />
        <span>{option}</span>
      </label>
    ))}
  </div>
)
