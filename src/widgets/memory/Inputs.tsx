import { Choice, Options, Slider, type FigureHandle } from '@/figure'
import { formats, type FormatName } from '@/topics/memory/model'
import { words as shared } from '@/topics/memory/words'
import { presetOf, presets, type State } from './model'
import { words } from './words'

const sizes = [
  ['N', words.N],
  ['D', words.D],
  ['M', words.M],
] as const

const formatOptions = (Object.keys(formats) as FormatName[]).map((value) => ({ value, label: value }))

/** The layer's sizes, by hand or from a list, and the format of its numbers. */
export function Inputs({ of: { state, set, bind } }: { of: FigureHandle<State> }) {
  const preset = presetOf(state)
  return (
    <div className="memory-inputs needs-js">
      <label className="memory-preset">
        {words.layer}
        <select value={preset} onChange={(event) => set({ ...presets[Number(event.target.value)]?.state })}>
          {preset < 0 && <option value={-1}>{words.own}</option>}
          <Options of={presets.map(({ name }, value) => ({ value, name }))} />
        </select>
      </label>
      <Choice
        legend={shared.format}
        options={formatOptions}
        value={state.format}
        onChange={(format) => set({ format })}
      />
      <div className="memory-sizes">
        {sizes.map(([name, meaning]) => (
          <Slider
            key={name}
            {...bind(name)}
            symbol={
              <>
                <i>{name}</i> {meaning}
              </>
            }
          />
        ))}
      </div>
    </div>
  )
}
