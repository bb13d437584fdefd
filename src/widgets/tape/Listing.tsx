import { CodeText } from '@/plot/CodeText'
import { codes, type Code } from './lines'
import { codeNames, words } from './words'

type Props = {
  of: Code
  lit: number | undefined
  /** Whether it is the code that acts now; the others keep its room, so that nothing jumps when their turn comes. */
  acts: boolean
}

/** Code of the core, the line in play lit. */
export const Listing = ({ of, lit, acts }: Props) => (
  <div className={acts ? 'listing lit-listing' : 'listing lit-listing rests'} aria-hidden={!acts}>
    <p className="listing-head" translate="no">
      {codeNames[of]}
    </p>
    <pre role="group" aria-label={codeNames[of]} tabIndex={0}>
      {codes[of].map((tokens, k) => (
        <div key={k} className={k === lit ? 'lit' : undefined} aria-current={k === lit ? 'step' : undefined}>
          <CodeText tokens={tokens.length > 0 ? tokens : [{ text: ' ' }]} />
          {k === lit && <span className="visually-hidden"> ({words.acts})</span>}
        </div>
      ))}
    </pre>
  </div>
)
