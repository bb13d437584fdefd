import { untranslated } from '@/plot/untranslated'
import type { LayerLetters } from '@/figure'
import { programIn } from './programs'
import { words } from './words'

type Props = { which: 'loops' | 'products'; letters: LayerLetters; of: string }

/** One of the two programs that are timed. */
export function Code({ which, letters, of }: Props) {
  const { title, text } = programIn(which, letters)
  return (
    <div>
      <p className="loops-title">{title}</p>
      <pre {...untranslated} role="region" tabIndex={0} aria-label={words.program(title, of)}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
