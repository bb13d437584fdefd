import { Equation, fields, Figure, Options, useFigure, type FigureProps, type FigureSpec } from '@/figure'
import { Formula, readTex } from '@/figure/formula'
import { useId } from '@/plot/ids'
import { Wires } from '@/plot/wires/Wires'
import { said } from '@/plot/wires/words'
import { useLetters } from '@/topics/letters/useLetters'
import { examplesIn, lineIn, longestLine, model, type State } from './model'
import { sentence, shapesOf, unread, words } from './words'

const spec: FigureSpec<State> = {
  start: { line: 'dx[n,d] = Σ_m dy[n,m] w[d,m]' },
  fields: { line: fields.text(longestLine) },
  check: (state) => unread(model(state)),
}

/** The reader's own expression of entries, as wires and as the product of matrices that it is, and why. */
export default function Transposes(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const id = useId()
  const letters = useLetters()
  const line = lineIn(state, letters)
  const examples = examplesIn(letters)
  const scene = model({ line })
  const known = examples.some((one) => one.line === line)
  return (
    <Figure of={figure} title={words.title} says={sentence(scene)}>
      <div className="transposes-field">
        <label className="needs-js" htmlFor={id}>
          {words.label}
        </label>
        <input
          id={id}
          className="formula-input needs-js"
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck="false"
          maxLength={longestLine}
          aria-invalid={scene.fault !== undefined}
          aria-describedby={`${id}-keys`}
          value={line}
          onChange={(event) => set({ line: event.target.value })}
        />
        <label className="transposes-examples needs-js">
          {words.examples}
          <select value={known ? line : ''} onChange={(event) => set({ line: event.target.value })}>
            {!known && <option value="">{words.own}</option>}
            <Options of={examples.map((one) => ({ value: one.line, name: one.name }))} />
          </select>
        </label>
        <p className="transposes-keys needs-js" id={`${id}-keys`}>
          {scene.fault ? <Underlined text={line} place={scene.fault.place} /> : words.keys}
        </p>
      </div>
      <div className="transposes-read">
        {scene.found && <Read of={scene.found} shapes={shapesOf(scene)} />}
      </div>
    </Figure>
  )
}

const Underlined = ({ text, place: [start, end] }: { text: string; place: readonly [number, number] }) => (
  <code>
    {text.slice(0, start)}
    <u>{text.slice(start, Math.max(end, start + 1)) || '\u2002'}</u>
    {text.slice(Math.max(end, start + 1))}
  </code>
)

function Read({ of, shapes }: { of: NonNullable<ReturnType<typeof model>['found']>; shapes: string }) {
  return (
    <>
      <Equation spoken={said(of.text)}>
        <Formula of={readTex(of.tex)} />
      </Equation>
      <Wires of={of.diagram} name={words.picture} reads />
      {of.matrices && !of.matrices.text.includes('einsum') ? (
        <Equation spoken={of.matrices.text}>
          <Formula of={readTex(of.matrices.tex)} />
        </Equation>
      ) : (
        <p className="transposes-none">
          {words.none} {of.matrices && <code>{of.matrices.text}</code>}
        </p>
      )}
      <p className="transposes-shapes">
        {words.shapes}: {shapes}.
      </p>
    </>
  )
}
