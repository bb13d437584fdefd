import { Line } from './Options'

export type GivenProps = {
  /** The layer that is asked about, as a program. */
  layer?: string
  /** Formulas that stand before the question. */
  given?: readonly { readonly text: string; readonly tex: string }[]
}

/** An input without a shape is a number: nothing has to be said of it. */
const aNumber = /^\w+:\s*\n/gm
/** A name with its numbers, which takes less room than a line of a derivation. */
const values = /^\w+ = \[/

/** What is given before a question: a layer, numbers, lines of a derivation. */
export const Given = ({ layer, given = [] }: GivenProps) => (
  <>
    {layer !== undefined && (
      <pre className="question-layer" translate="no">
        {layer.replace(aNumber, '')}
      </pre>
    )}
    {given.length > 0 && (
      <ul
        className={given.every(({ text }) => values.test(text)) ? 'question-given in-row' : 'question-given'}
      >
        {given.map(({ text, tex }) => (
          <li key={text}>
            <Line text={text} tex={tex} />
          </li>
        ))}
      </ul>
    )}
  </>
)
