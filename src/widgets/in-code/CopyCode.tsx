import { useState } from 'react'
import { words } from './words'

/** Copies a program; where the clipboard is closed, shows it to be copied by hand. */
export function CopyCode({ text }: { text: string }) {
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
      <button type="button" className="primary copy-code" onClick={() => void copy()}>
        {outcome === 'copied' ? words.copied : words.copy}
      </button>
      <span className="visually-hidden" role="status">
        {outcome === 'copied' && words.said}
      </span>
      {outcome === 'closed' && (
        <textarea
          className="code-by-hand"
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
