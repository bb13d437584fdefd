import type { Spelled } from './spelling'

type Props = Spelled & {
  /** Writes a text into the field. */
  onTake: (text: string) => void
}

/** Beside a typed formula: its spelling in the book, or buttons that write what may have been meant. */
export const Beside = ({ book, suggestions, onTake }: Props) =>
  book === undefined && suggestions.length === 0 ? null : (
    <p className="formula-beside">
      {book !== undefined && (
        <>
          Read as <code>{book}</code>
        </>
      )}
      {suggestions.map((text) => (
        <button key={text} type="button" className="quiet" onClick={() => onTake(text)}>
          Write <code>{text}</code>
        </button>
      ))}
    </p>
  )
