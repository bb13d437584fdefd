import { untranslated } from '@/plot/untranslated'
import type { Report } from './model'
import { words } from './words'

type Props = {
  names: readonly string[]
  reports: ReadonlyMap<string, Report>
  chosen: string
  onChoose: (name: string) => void
}

const stateOf = (report: Report | undefined) =>
  report === undefined ? 'waits' : report.ok ? 'right' : 'wrong'
const signs = { waits: '–', right: '✓', wrong: '✗' } as const

/** Every op, whether it holds, and a way to look at it. */
export const Ops = ({ names, reports, chosen, onChoose }: Props) => (
  <>
    <ul className="every-op needs-js" aria-label={words.every}>
      {names.map((name) => {
        const state = stateOf(reports.get(name))
        return (
          <li key={name}>
            <button
              type="button"
              className={`op-chip ${state}`}
              aria-pressed={name === chosen}
              onClick={() => onChoose(name)}
            >
              <span aria-hidden="true">{signs[state]}</span> {name}
              <span className="visually-hidden">, {words[state]}</span>
            </button>
          </li>
        )
      })}
    </ul>
    <p className="ops-unscripted" {...untranslated}>
      {names.join(', ')}
    </p>
  </>
)
