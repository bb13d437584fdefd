import { useState } from 'react'
import { useStore } from 'zustand'
import { preferences, setPrograms } from '@/figure'
import { longestName, withKept } from './kept'
import { words } from './words'

type Props = { program: string; onOpen: (program: string) => void }

/** Programs that the reader keeps on the device, each under a name. */
export function KeptPrograms({ program, onOpen }: Props) {
  const kept = useStore(preferences, ({ programs }) => programs)
  const [name, setName] = useState('')
  const [says, say] = useState('')
  const keep = () => {
    const { programs, problem } = withKept(preferences.getState().programs, name, program)
    if (programs) setPrograms(programs)
    say(problem || words.isKept(name.trim()))
  }
  const forget = (one: string) => {
    const { [one]: _, ...others } = preferences.getState().programs
    setPrograms(others)
    say(words.isForgotten(one))
  }
  return (
    <>
      <details className="playground-kept needs-js">
        <summary>{words.keptHead}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            keep()
          }}
        >
          <label>
            {words.keepName}
            <input
              type="text"
              autoComplete="off"
              maxLength={longestName}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit">{words.keep}</button>
        </form>
        <ul aria-label={words.keptHead}>
          {Object.entries(kept).map(([one, text]) => (
            <li key={one}>
              <button type="button" onClick={() => onOpen(text)}>
                {words.open(one)}
              </button>
              <button type="button" className="quiet" onClick={() => forget(one)}>
                {words.forget(one)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {/* Not in the fold, where it would be silent. */}
      <p role="status">{says}</p>
    </>
  )
}
