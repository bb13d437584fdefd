import { untranslated } from '@/plot/untranslated'
import type { Spelled } from './spelling'

type Props = Spelled & {
  /** Writes a text into the field. */
  onTake: (text: string) => void
}

/** Whether the focus goes to one of the buttons below: what was typed must then stay, or they go with it. */
export const isBeside = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.formula-beside') !== null

/** Beside a typed formula: its spelling in the book, or buttons that write what may have been meant. */
export const Beside = ({ book, suggestions, onTake }: Props) =>
  book === undefined && suggestions.length === 0 ? null : (
    <p className="formula-beside">
      {book !== undefined && (
        <>
          Read as <code {...untranslated}>{book}</code>
        </>
      )}
      {suggestions.map((text) => (
        <button
          key={text}
          type="button"
          className="quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(text)}
        >
          Write <code {...untranslated}>{text}</code>
        </button>
      ))}
    </p>
  )
