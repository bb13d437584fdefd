import { useState } from 'react'

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
        {outcome === 'copied' ? 'Copied' : 'Copy the program'}
      </button>
      <span className="visually-hidden" role="status">
        {outcome === 'copied' && 'Program copied'}
      </span>
      {outcome === 'closed' && (
        <textarea
          className="code-by-hand"
          aria-label="The program, to copy by hand"
          readOnly
          value={text}
          rows={6}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  )
}
