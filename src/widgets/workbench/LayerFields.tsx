import { Beside, Options } from '@/figure'
import { useId } from '@/plot/ids'
import { useLetters } from '@/topics/letters/useLetters'
import { offeredIn } from '@/topics/programs/offered'
import { longestLayer, type Scene, type State } from './model'
import { words } from './words'

type Props = { state: State; scene: Scene; set: (change: Partial<State>) => void }

/** Which layer: one that is offered, or a program of the reader's own. */
export function LayerFields({ state, scene, set }: Props) {
  const id = useId()
  const programs = offeredIn(useLetters())
  const chosen = programs.find(({ text }) => text === state.layer)
  const choose = (name: string) => {
    const program = programs.find((one) => one.name === name)
    if (program) set({ layer: program.text, of: program.by[0] ?? '', lines: '' })
  }
  return (
    <div className="workbench-layer needs-js">
      <label>
        {words.layer}
        <select value={chosen?.name ?? ''} onChange={(event) => choose(event.target.value)}>
          {!chosen && <option value="">{words.own}</option>}
          <Options of={programs.map(({ name, label }) => ({ value: name, name: label }))} />
        </select>
      </label>
      <label htmlFor={id}>{words.program}</label>
      <textarea
        id={id}
        rows={Math.max(4, state.layer.split('\n').length)}
        maxLength={longestLayer}
        spellCheck="false"
        autoCapitalize="none"
        aria-invalid={!scene.layer}
        value={state.layer}
        onChange={(event) => set({ layer: event.target.value })}
      />
      {scene.fault && <Beside suggestions={scene.fault.suggestions} onTake={(layer) => set({ layer })} />}
    </div>
  )
}
