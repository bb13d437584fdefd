import type { MouseEvent } from 'react'
import { Beside } from '@/figure'
import type { Verdict } from './model'
import { words } from './words'

type Props = {
  id: string
  of: Verdict | undefined
  /** The formula or number that was checked. */
  text: string
  notice: string
  onClear: (event: MouseEvent) => void
  /** Writes a text into the field. */
  onTake: (text: string) => void
}

const signs = { right: '✓', wrong: '✗', unread: '?' } as const

/** What kind of right or wrong the answer is; its place is kept before there is one. */
export const Outcome = ({ id, of, text, notice, onClear, onTake }: Props) => (
  <div className="question-outcome needs-js">
    <div>
      <p className="question-verdict" id={id} role="status">
        {of && (
          <span className={of.kind === 'right' ? 'verdict-mark' : 'verdict-mark L'} aria-hidden="true">
            {signs[of.kind]}
          </span>
        )}
        {of && <span>{text === '' ? of.says : `${text}: ${of.says}`}</span>}
        {!of && notice}
      </p>
      {of && (
        <Beside
          {...(of.read !== undefined && { book: of.read })}
          suggestions={of.suggestions ?? []}
          onTake={onTake}
        />
      )}
    </div>
    {of && (
      <button type="button" className="quiet" onClick={onClear}>
        {words.clear}
      </button>
    )}
  </div>
)
