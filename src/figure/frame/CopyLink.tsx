import { useState } from 'react'
import { words } from './words'

/** Copies the link to the figure's present state; where the clipboard is closed, shows it to be copied by hand. */
export function CopyLink({ link }: { link: () => string }) {
  const [shown, setShown] = useState<{ text: string; copied: boolean }>()
  const copy = async () => {
    const text = new URL(link(), location.href).href
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setShown({ text, copied })
    if (copied) setTimeout(() => setShown(undefined), 2000)
  }
  return (
    <>
      {shown && !shown.copied && (
        <input
          className="link-field"
          readOnly
          aria-label={words.link}
          value={shown.text}
          onFocus={(event) => event.target.select()}
        />
      )}
      <button type="button" onClick={() => void copy()} aria-label={words.copyLink}>
        {shown?.copied ? words.copied : words.copy}
      </button>
      <span className="visually-hidden" role="status">
        {shown?.copied ? words.linkCopied : ''}
      </span>
    </>
  )
}
