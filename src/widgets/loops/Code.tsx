import { programs } from './programs'

/** One of the two programs that are timed. */
export function Code({ which, of }: { which: keyof typeof programs; of: string }) {
  const { title, text } = programs[which]
  return (
    <div>
      <p className="loops-title">{title}</p>
      <pre role="region" tabIndex={0} aria-label={`${title}, the program of ${of}`}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
