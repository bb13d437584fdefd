import type { Answer } from './useAnswer'
import { words } from './words'

/** What is said while an answer is worked out, and where there is none; Cancel stops the work. */
export const Waiting = ({
  on: { working, problem, cancel },
}: {
  on: Pick<Answer<unknown>, 'working' | 'problem' | 'cancel'>
}) => (
  <p className="playground-waiting" role="status">
    {working ? (
      <>
        {words.working}{' '}
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </>
    ) : (
      problem
    )}
  </p>
)
