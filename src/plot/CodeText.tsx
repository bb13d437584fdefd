import type { Token } from './code'
import { untranslated } from './untranslated'

const Piece = ({ text, sym, role }: Token) =>
  sym || role ? (
    <span className={role} data-sym={sym}>
      {text}
    </span>
  ) : (
    text
  )

/** A line of code, or several, as tokens. */
export const CodeText = ({ tokens }: { tokens: readonly Token[] }) => (
  <code {...untranslated}>
    {tokens.map((token, k) => (
      <Piece {...token} key={k} />
    ))}
  </code>
)
