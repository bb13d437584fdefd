import { untranslated } from '@/plot/untranslated'
import { programs } from './programs'
import { words } from './words'

/** One of the two programs that are timed. */
export function Code({ which, of }: { which: keyof typeof programs; of: string }) {
  const { title, text } = programs[which]
  return (
    <div>
      <p className="loops-title">{title}</p>
      <pre {...untranslated} role="region" tabIndex={0} aria-label={words.program(title, of)}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
