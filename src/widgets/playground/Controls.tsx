import { Options, Slider } from '@/figure'
import { useLetters } from '@/topics/letters/useLetters'
import { offeredIn } from '@/topics/programs/offered'
import type { Scene } from './model'
import { longestAxis, type State } from './state'
import { words } from './words'

type Props = { state: State; scene: Scene; set: (change: Partial<State>) => void }

/** A program to start from, and a slider for each letter of its sizes. */
export function Controls({ state, scene, set }: Props) {
  const programs = offeredIn(useLetters())
  const chosen = programs.find(({ text }) => text === state.program)
  const choose = (name: string) => {
    const program = programs.find((one) => one.name === name)
    if (program) set({ program: program.text, of: program.by[0] ?? '', lines: '', entries: {}, sizes: {} })
  }
  return (
    <div className="playground-controls needs-js">
      <label className="pick">
        {words.layer}
        <select value={chosen?.name ?? ''} onChange={(event) => choose(event.target.value)}>
          {!chosen && <option value="">{words.own}</option>}
          <Options of={programs.map(({ name, label }) => ({ value: name, name: label }))} />
        </select>
      </label>
      <div className="playground-sizes" role="group" aria-label={words.sizes}>
        {scene.sizes.map(({ letter, value }) => (
          <Slider
            key={letter}
            label={letter}
            value={value}
            min={1}
            max={longestAxis}
            step={1}
            integer
            onChange={(length) => set({ sizes: { ...state.sizes, [letter]: length } })}
          />
        ))}
      </div>
    </div>
  )
}
