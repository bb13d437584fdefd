import { nth } from '@/autodiff'
import { useMemo } from 'react'
import {
  Equation,
  fields,
  Figure,
  Matrix,
  MatrixRow,
  NumberInput,
  Readout,
  Readouts,
  Says,
  Slider,
  Sweep,
  Tex,
  tex,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { isSaid } from '@/plot/equation'
import { factor, num } from '@/plot/format'
import { Formulas } from '@/topics/vector-function/Formulas'
import { LayoutNote } from '@/topics/letters/LayoutNote'
import { FunctionChoice } from '@/topics/vector-function/FunctionChoice'
import { finite, longestTyped } from '@/topics/vector-function/model'
import { functions, presets } from './functions'
import { gridOf } from './grid'
import {
  detOnPage,
  check,
  edge,
  functionOf,
  least,
  limits,
  model,
  readable,
  start,
  type Scene,
  type State,
} from './model'
import { Planes } from './Planes'
import { sentence, words } from './words'

const spec: FigureSpec<State> = {
  start,
  fields: {
    f: fields.choice(...presets, 'typed'),
    typed: fields.text(longestTyped),
    x1: fields.real(-limits.x, limits.x, { label: words.entry1 }),
    x2: fields.real(-limits.x, limits.x, { label: words.entry2 }),
    size: fields.real(0.01, limits.size, { label: words.side }),
  },
  check,
}

/** The determinant with its numbers in place. */
function Determinant(scene: Scene) {
  const { a, b, c, d, sign, text } = detOnPage(scene)
  const product = (p: number, q: number) => `${factor(p, 3)} · ${factor(q, 3)}`
  return (
    <Equation spoken={words.determinant(a, d, b, c, isSaid[sign], text)}>
      <Tex of={tex`\det \dydx`} />
      <i>=</i>
      <span className="math-number">{product(a, d)}</span>
      <i>−</i>
      <span className="math-number">{product(b, c)}</span>
      <i>{sign}</i>
      <span className="math-number">{text}</span>
    </Equation>
  )
}

/** A map of the plane: where a small square goes, and where the Jacobian says that it goes. */
export default function PlaneMap(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { f, typed } = state
  // The grid changes with the map alone, and a drag does not change that.
  const { map, grid } = useMemo(() => {
    const read = readable({ f, typed })
    return { map: read, grid: gridOf(read, edge(f)) }
  }, [f, typed])
  const scene = model(state, map)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value', 'nudge']}
      says={sentence(scene)}
      controls={
        <>
          {(['x1', 'x2'] as const).map((name, k) => (
            <span className="map-field" key={name}>
              <Says text={`{x.${k + 1}}`} />
              <NumberInput {...bind(name)} value={nth(scene.x, k)} min={k === 0 ? least(state) : -limits.x} />
            </span>
          ))}
          <Slider {...bind('size')} symbol={words.sideShort} />
          <Sweep of={bind('size')} />
        </>
      }
    >
      <div className="picks needs-js">
        <FunctionChoice
          label={words.map}
          functions={functions}
          {...{ f, typed }}
          onChange={set}
          field={words.typed}
          read={(text) => functionOf({ f: 'typed', typed: text })}
        />
      </div>
      <Formulas of={map} />
      <Planes of={figure} scene={scene} grid={grid} />
      <LayoutNote of="∂y/∂x" output={[2]} input={[2]} />
      <div className="map-numbers">
        <MatrixRow>
          <Matrix
            name={words.jacobian}
            sym="J"
            role="ink"
            label={<Tex of={tex`\partial\y/\partial\x`} />}
            values={scene.J.map((row) => row.map((rate) => (scene.problem ? null : finite(rate))))}
          />
        </MatrixRow>
        {!scene.problem && <Determinant {...scene} />}
      </div>
      <Readouts>
        <Readout label={words.area} symbol="|det ∂y/∂x|">
          {scene.problem ? 'none' : num(Math.abs(scene.det))}
        </Readout>
        <Readout label={words.trueArea}>{Number.isFinite(scene.ratio) ? num(scene.ratio) : 'none'}</Readout>
        <Readout label={words.miss}>
          {Number.isFinite(scene.miss) && !scene.problem ? num(scene.miss, 3) : 'none'}
        </Readout>
      </Readouts>
    </Figure>
  )
}
