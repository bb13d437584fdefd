import { useState } from 'react'
import { words } from './words'

type Props = {
  text: string
  /** What the button says: “Copy the program”. */
  children: string
  primary?: boolean
}

/** Copies a text; where the clipboard is closed, shows it to be copied by hand. */
export function CopyText({ text, children, primary = false }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'closed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
      setTimeout(() => setOutcome(undefined), 2000)
    } catch {
      setOutcome('closed')
    }
  }
  return (
    <>
      <button
        type="button"
        className={primary ? 'primary copy-text' : 'copy-text'}
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? words.copied : children}
      </button>
      <span className="visually-hidden" role="status">
        {outcome === 'copied' && words.saidCopied}
      </span>
      {outcome === 'closed' && (
        <textarea
          className="text-by-hand"
          aria-label={words.byHand}
          readOnly
          value={text}
          rows={6}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  )
}
