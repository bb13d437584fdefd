import {
  Figure,
  Group,
  Matrix,
  MatrixRow,
  Readout,
  Readouts,
  Says,
  Tex,
  fields,
  tex,
  useFigure,
  useScore,
  withEntry,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { written } from '@/plot/equation'
import { entry, num } from '@/plot/format'
import { OneTo } from '@/topics/linear-layer/OneTo'
import { Lines } from './Lines'
import { blanks, checkFaded, options, start, type Faded } from './blanks'
import { scene } from './model'
import { words } from './words'

const numbers = fields.matrix(4, 1e6)
const spec: FigureSpec<Faded> = {
  start,
  fields: {
    x: numbers,
    dy: numbers,
    d: fields.integer(1, 4),
    m: fields.integer(1, 4),
    moves: fields.choice('', ...options.moves),
    over: fields.choice('', ...options.over),
    dyAt: fields.choice('', ...options.dyAt),
    xAt: fields.choice('', ...options.xAt),
    row: fields.choice('', ...options.row),
    column: fields.choice('', ...options.column),
    left: fields.choice('', ...options.left),
    right: fields.choice('', ...options.right),
  },
  check: checkFaded,
}

const given = words.given

/** The derivation of ∂L/∂w met the second time: its beginning is written out, its last lines are blanks. */
export default function FadedDerivation(props: FigureProps<Faded>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const { x, dy, d, m } = state

  const { verdicts, known, done, slice, terms, sum, dw, fromCore } = scene(state)
  useScore(props.id, done / blanks.length)
  const weight = entry('w', d, m)
  const progress = done === blanks.length ? words.allRight : words.progress(done, blanks.length)
  const wrong = blanks.flatMap((blank) => (verdicts[blank]?.right === false ? verdicts[blank].says : []))[0]
  const worked = written(
    terms.map((term) => [term.dy, term.x]),
    sum,
  ).whole

  return (
    <Figure
      of={figure}
      title={<Says text={words.title} />}
      legend={['value', 'gradient']}
      says={words.sentence(d, m, done === 0 ? given : progress)}
      spoken={`${progress} ${wrong ?? ''}`}
      controls={
        <Group name={words.inView}>
          <OneTo label="d" most={dw.length} value={d} onChange={(next) => set({ d: next })} />
          <OneTo label="m" most={dw[0]?.length ?? 1} value={m} onChange={(next) => set({ m: next })} />
        </Group>
      }
    >
      <MatrixRow>
        <Matrix
          name="x"
          sym="x"
          role="x"
          label={<Tex of={tex`\x`} />}
          values={x}
          active={(_, j) => known.slice && j === d - 1}
          onChange={(i, j, value) => set({ x: withEntry(x, i, j, value) })}
        />
        <Matrix
          name={words.dy}
          sym="dy"
          role="y"
          kind="gradient"
          label={<Tex of={tex`\dLdy`} />}
          values={dy}
          active={(_, j) => j === m - 1}
          onChange={(i, j, value) => set({ dy: withEntry(dy, i, j, value) })}
        />
        <Matrix
          name={words.slice(weight)}
          role="ink"
          label={<>∂y/∂{weight}</>}
          values={slice}
          active={(_, j) => j === m - 1}
        />
      </MatrixRow>
      <Lines state={state} verdicts={verdicts} onFill={(blank, choice) => set({ [blank]: choice })} />
      <div className="beside">
        <MatrixRow>
          <Matrix
            name={words.dw}
            sym="dw"
            role="w"
            kind="gradient"
            label={<Tex of={tex`\dLdw`} />}
            values={dw}
            active={(i, j) => i === d - 1 && j === m - 1}
            onSelect={(i, j) => set({ d: i + 1, m: j + 1 })}
          />
        </MatrixRow>
        <Readouts>
          <Readout label={words.byLine4(weight)}>{known.sum ? worked : '?'}</Readout>
          <Readout label={words.byCore(weight)}>{num(fromCore)}</Readout>
        </Readouts>
      </div>
    </Figure>
  )
}
