import { nth } from '@/autodiff'
import { Choice, Readout, Readouts, TensorGrid } from '@/figure'
import { num } from '@/plot/format'
import { indexOf, indexText } from '@/plot/nesting'
import { plain, step, type Checked } from './differences'
import { ErrorPlot } from './ErrorPlot'
import type { Scene } from './model'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { words } from './words'

type Props = { scene: Scene; source: string; onPick: (of: string) => void }

/** One gradient entry by entry in both modes beside central differences, the worst entry marked. */
export function CheckPanel({ scene, source, onPick }: Props) {
  const { layer, inputs, arriving } = scene
  const names = layer?.inputs.map(({ name }) => name) ?? []
  const of = names.includes(scene.of) ? scene.of : (names[0] ?? '')
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, plain(value)]))
  const question = {
    source,
    of,
    inputs: given,
    arriving: arriving ? plain(arriving) : { shape: [], data: [] },
  }
  const answer = useAnswer('check', question, false)
  if (!arriving) return <p>{words.noNumbers}</p>
  return (
    <>
      <p className="playground-note">{words.checkNote(num(step))}</p>
      <div className="needs-js">
        <Choice
          legend={words.by}
          options={names.map((value) => ({ value, label: value }))}
          value={of}
          onChange={onPick}
        />
      </div>
      <Waiting on={answer} />
      {answer.found && answer.fresh && <Shown of={answer.found} name={of} />}
    </>
  )
}

function Shown({ of, name }: { of: Checked; name: string }) {
  const { shape, reverse, forward, numeric, worst } = of
  const index = indexText(indexOf(shape, worst))
  return (
    <>
      <p>{words.checkSays(name, of)}</p>
      <Readouts>
        <Readout label={words.worst}>{index || '·'}</Readout>
        <Readout label={words.byReverse}>{num(nth(reverse, worst), 10)}</Readout>
        <Readout label={words.byForward}>{num(nth(forward, worst), 10)}</Readout>
        <Readout label={words.byDifferences}>{num(nth(numeric, worst), 10)}</Readout>
      </Readouts>
      <div className="playground-check">
        <div className="playground-grid">
          <TensorGrid
            name={words.apart(name)}
            label={words.apartLabel(name)}
            role="ink"
            shape={shape}
            window={shape.map((length, axis) => ({
              from: 0,
              count: Math.min(length, shape.length - axis <= 2 ? 8 : 2),
            }))}
            value={(offset) => Math.abs(nth(numeric, offset) - nth(reverse, offset))}
            picked={worst}
          />
        </div>
        <ErrorPlot of={of.errors} />
      </div>
    </>
  )
}
