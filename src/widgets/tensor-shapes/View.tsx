import { nth } from '@/autodiff'
import {
  Choice,
  Equation,
  fields,
  Figure,
  TensorGrid,
  Tex,
  tex,
  useFigure,
  WindowPlace,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { entry, num } from '@/plot/format'
import { carried, indexOf, indexText, pan } from '@/plot/nesting'
import { AxisRow } from './AxisRow'
import { check, exampleOf, examples, longest, model, pick, reshape, type State } from './model'
import { words, axisNames, sentence } from './words'

const numbers = fields.list(fields.integer(0, longest), 4)
/** A scalar has a shape, and an index, with nothing in it. */
const perAxis: typeof numbers = {
  parse: (text) => (text === 'none' ? [] : numbers.parse(text)),
  format: (values) => (values.length ? numbers.format(values) : 'none'),
}

const spec: FigureSpec<State> = {
  start: { shape: [3, 4, 3], index: [1, 2, 0], from: [0, 0, 0], last: 'planes' },
  fields: {
    shape: perAxis,
    index: perAxis,
    from: perAxis,
    last: fields.choice('planes', 'strips'),
  },
  check,
}

const exampleOptions = examples.map(({ name }, k) => ({ value: String(k), label: name }))
const lastOptions = [
  { value: 'planes', label: words.planes },
  { value: 'strips', label: words.inCells },
] as const

/** A tensor of up to four axes, drawn nested; an index is a vector that picks one entry. */
export default function TensorShapes(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { shape, index } = state
  const { arrangement, window, offset, terms, place } = model(state)
  const names = axisNames(shape.length)

  const entryTex = <Tex of={tex`\htmlClass{x}{x_{\slot{0}}}`} slots={[indexText(index)]} />
  const sum = terms.map(({ steps, stride }) => `${steps} · ${stride}`).join(' + ')
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(state, model(state))}
      legend={['value']}
      controls={
        <>
          <Choice
            legend={words.tensor}
            options={exampleOptions}
            value={String(exampleOf(state))}
            onChange={(k) => set(reshape(examples[Number(k)]?.shape ?? [], index))}
          />
          {shape.length > 2 && (
            <Choice
              legend={words.drawLast}
              options={lastOptions}
              value={state.last}
              onChange={(last) => set({ last })}
            />
          )}
        </>
      }
    >
      <Equation
        spoken={`${entry('x', ...index.map((k) => k + 1))} = 1${sum && ` + ${sum}`} = ${num(place, 9)}`}
      >
        <span className="term">{shape.length ? entryTex : <Tex of={tex`\x`} />}</span>
        <span>=</span>
        <span className="term">1</span>
        {terms.map(({ steps, stride }, axis) => (
          <span className="term" key={axis}>
            <span>+</span>
            <span>{`${steps} · ${num(stride, 9)}`}</span>
          </span>
        ))}
        <span>=</span>
        <b>{num(place, 9)}</b>
      </Equation>
      <div className="matrix-row">
        <TensorGrid
          name="x"
          label={<Tex of={tex`\x`} />}
          sym="x"
          role="x"
          shape={shape}
          value={(k) => k + 1}
          arrangement={arrangement}
          window={window}
          picked={offset}
          {...(shape.length > 2 &&
            state.last === 'planes' && {
              above: (at: readonly number[]) => words.channel((at.at(-1) ?? 0) + 1),
            })}
          onPick={(k) => set(pick(state, indexOf(shape, k)))}
          onBeyond={(axes, by) => {
            const from = pan(shape, window, axes, by)
            // The focus stays where it is on the page, so the index moves along with the window.
            if (from) set({ from, index: carried(index, window, from) })
          }}
        />
      </div>
      <WindowPlace shape={shape} window={window} names={names} />
      <div className="axis-rows needs-js">
        {shape.map((length, axis) => (
          <AxisRow
            key={axis}
            axis={axis}
            meaning={names[axis] ?? ''}
            length={length}
            at={nth(index, axis)}
            onLength={(next) => set(reshape(shape.with(axis, next), index))}
            onAt={(next) => set(pick(state, index.with(axis, next)))}
          />
        ))}
      </div>
    </Figure>
  )
}
