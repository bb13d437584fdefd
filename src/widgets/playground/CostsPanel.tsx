import { Choice, Slider } from '@/figure'
import { doublings, formats, most, type FormatName } from '@/topics/memory/model'
import { costsAt, largeSizes } from './costs'
import type { Scene } from './model'
import type { State } from './state'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { words } from './words'

type Props = {
  scene: Scene
  source: string
  known: boolean
  state: State
  set: (change: Partial<State>) => void
}

const formatOptions = (Object.keys(formats) as FormatName[]).map((value) => ({ value, label: value }))

/** What both passes take at real sizes, and what the explicit road would; nothing of it is computed. */
export function Costs({ scene: { layer, of }, source, known, state, set }: Props) {
  const answer = useAnswer('costs', { source, of }, known)
  if (!layer) return null
  const sizes = largeSizes(layer, state.large)
  const found =
    answer.found && answer.fresh ? costsAt(layer, answer.found, of, sizes, state.format) : undefined
  return (
    <>
      <p className="playground-note">{words.counted}</p>
      <div className="needs-js">
        <Choice
          legend={words.format}
          options={formatOptions}
          value={state.format}
          onChange={(format) => set({ format })}
        />
        <div className="playground-sizes" role="group" aria-label={words.largeSizes}>
          {Object.entries(sizes).map(([letter, value]) => (
            <Slider
              key={letter}
              label={words.lengthOf(letter)}
              symbol={<i>{letter}</i>}
              value={value}
              min={1}
              max={most}
              step={1}
              integer
              scale={doublings}
              onChange={(length) => set({ large: { ...state.large, [letter]: length } })}
            />
          ))}
        </div>
      </div>
      <Waiting on={answer} />
      {typeof found === 'string' ? <p role="status">{found}</p> : found && <Table of={found} />}
    </>
  )
}

const Table = ({ of: { rows, says, nonzeros } }: { of: Exclude<ReturnType<typeof costsAt>, string> }) => (
  <>
    <p>{says}</p>
    <div className="playground-table">
      <table aria-label={words.costsTable}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.much}</th>
            <th scope="col">{words.memory}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, formula, text, fits }) => (
            <tr key={what}>
              <th scope="row">
                {what}
                {formula && <span className="playground-count">{formula}</span>}
              </th>
              <td>
                <output aria-label={what} aria-live="off">
                  {text.join(', ')}
                </output>
              </td>
              <td>{fits}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p className="playground-note">{nonzeros}</p>
  </>
)
