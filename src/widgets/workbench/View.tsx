import { shapeText } from '@/plot/format'
import { useState } from 'react'
import { nth } from '@/autodiff'
import { derive } from '@/derive'
import {
  Choice,
  fields,
  Figure,
  Options,
  useFigure,
  useScore,
  type FigureProps,
  type FigureSpec,
  type LayerLetters,
} from '@/figure'
import { useLetters } from '@/topics/letters/useLetters'
import { programAs, programOf } from '@/topics/programs/programs'
import { untranslated } from '@/plot/untranslated'
import { LayerFields } from './LayerFields'
import { Lines } from './Lines'
import { AsWires } from './AsWires'
import { asTex, asText, longestLayer, longestLines, model, withNext, type State } from './model'
import { useSettled } from './useSettled'
import { sentence, words } from './words'

const first = programOf('linear')
const spec: FigureSpec<State> = {
  start: { layer: first.text, of: nth(first.by, 0), lines: '', letter: '', wires: 'no' },
  fields: {
    layer: fields.text(longestLayer),
    of: fields.text(40),
    lines: fields.text(longestLines),
    letter: fields.text(1),
    wires: fields.choice('no', 'yes'),
  },
  keep: true,
}

type Props = FigureProps<State> & {
  /** The name of a layer that is part of a question: it stands as it is. */
  given?: string
  /** The input whose gradient is asked for. */
  by?: string
}

/** What a question asks: a layer by name, and one of its inputs. */
const taskOf = (name: string, by: string | undefined, letters: LayerLetters) => {
  const { program, by: of } = programAs(name, letters, by ?? nth(programOf(name).by, 0))
  return { layer: program.text, of }
}

/** The reader derives the gradient of a layer line by line, and each line is checked. */
export default function Workbench({ given, by, ...props }: Props) {
  const letters = useLetters()
  const asked = given === undefined ? {} : taskOf(given, by, letters)
  const begins = given === undefined ? {} : taskOf(given, by, 'handout')
  const figure = useFigure({ ...props, start: { ...begins, ...props.start } }, spec)
  const { set } = figure
  // A link, or what was kept, changes the lines of a question and not what it asks.
  const state = { ...figure.state, ...asked }
  const settled = useSettled(state, 250)
  const caughtUp = settled.lines === state.lines
  const scene = model(settled)
  const [hint, setHint] = useState({ lines: '', text: '' })
  const [copied, setCopied] = useState('')
  const next = scene.layer ? scene.next : undefined
  useScore(props.id, scene.layer && scene.finished && next === undefined ? 1 : 0)

  const copy = async (text: string) => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(done ? words.copied : words.refused)
  }
  return (
    <Figure
      of={figure}
      title={given === undefined ? words.title : words.task(state.of)}
      says={sentence(scene)}
      controls={
        scene.layer && (
          <>
            <button
              type="button"
              className="primary"
              disabled={!next}
              // Pressed twice in a moment it would write the same line twice.
              onClick={() => next && caughtUp && set({ lines: withNext(state.lines, next) })}
            >
              {words.next}
            </button>
            <button
              type="button"
              onClick={() => setHint({ lines: state.lines, text: next?.why ?? words.done })}
            >
              {words.hint}
            </button>
            <label className="pick">
              {words.light}
              <select value={state.letter} onChange={(event) => set({ letter: event.target.value })}>
                <option value="">{words.none}</option>
                <Options of={scene.letters.map((letter) => ({ value: letter, name: letter }))} />
              </select>
            </label>
            <Choice
              legend={words.wires}
              options={[
                { value: 'no', label: words.hidden },
                { value: 'yes', label: words.shown },
              ]}
              value={state.wires}
              onChange={(wires) => set({ wires })}
            />
            <button type="button" onClick={() => void copy(asTex(scene.rows))}>
              {words.copyTex}
            </button>
            <button type="button" onClick={() => void copy(asText(scene.rows))}>
              {words.copyText}
            </button>
            <span role="status">{copied}</span>
          </>
        )
      }
    >
      <pre
        {...untranslated}
        className={given === undefined ? 'workbench-given typed-unscripted' : 'workbench-given'}
      >
        {state.layer}
      </pre>
      {given === undefined && <LayerFields {...{ state, scene, set }} />}
      {scene.layer && given === undefined && (
        <div className="needs-js">
          <Choice
            legend={words.by}
            options={scene.layer.inputs.map(({ name, shape }) => ({
              value: name,
              label: `${name}, ${shapeText(shape)}`,
            }))}
            // What is chosen shows at once; what it makes of the lines comes when the fingers rest.
            value={scene.layer.inputs.some(({ name }) => name === state.of) ? state.of : scene.of}
            onChange={(of) => set({ of, lines: '' })}
          />
        </div>
      )}
      <Lines
        lines={state.lines}
        rows={scene.layer ? scene.rows : []}
        letter={state.letter}
        onChange={(lines) => set({ lines: lines.slice(0, longestLines) })}
      />
      <p className="workbench-hint" role="status">
        {hint.text !== '' && hint.lines === state.lines ? hint.text : ''}
      </p>
      {scene.layer && state.wires === 'yes' && (
        <AsWires layer={scene.layer} of={scene.of} rows={scene.rows} letter={state.letter} />
      )}
      {scene.layer && scene.finished && <Programs layer={scene.layer.source} of={scene.of} />}
      <p className="workbench-keys needs-js">{words.keys}</p>
      <p className="workbench-keys typed-unscripted">{words.unscripted}</p>
    </Figure>
  )
}

const languages = { numpy: 'NumPy', torch: 'PyTorch', jax: 'JAX' } as const

/** The gradient as code, once the reader has derived it. */
function Programs({ layer, of }: { layer: string; of: string }) {
  const { code } = derive(layer, of)
  return (
    <div className="workbench-code">
      {(['numpy', 'torch', 'jax'] as const).map((language) => (
        <details key={language}>
          <summary>{languages[language]}</summary>
          <pre {...untranslated}>{code[language]}</pre>
        </details>
      ))}
    </div>
  )
}
