import type { ReactNode } from 'react'
import {
  Beside,
  fields,
  Figure,
  FunctionField,
  Matrix,
  MatrixRow,
  spelled,
  Tex,
  tex,
  useFigure,
  useFormulaField,
  withEntry,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { untranslated } from '@/plot/untranslated'
import { checkState, longestRule, model, presets, problemOfOp, problemOfRule, type State } from './model'
import { ruleNames } from './op'
import { startWeights } from './use'
import { sentence, words } from './words'

const spec: FigureSpec<State> = {
  start: { f: 'tanh(x)', rule: 'dy * (1 - y^2)', w: startWeights },
  fields: { f: fields.text(80), rule: fields.text(longestRule), w: fields.matrix(3, 10) },
  check: (state) => (state.w.length === 2 && state.w[0]?.length === 3 ? checkState(state) : words.shapeOfW),
}

/** The reader writes the reverse rule of an op: it is judged, checked by the core, and used in a gradient. */
export default function OwnRule(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const scene = model(state)
  const { verdict, checks, use } = scene
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(scene)}
      legend={['value', 'gradient']}
      controls={
        <FunctionField
          label={words.op}
          symbol={<i className="sym y">y</i>}
          names={['x']}
          presets={presets}
          source={state.f}
          check={problemOfOp}
          onChange={(f) => set({ f })}
        />
      }
    >
      <div className="own-rule">
        <p className="own-op">
          <code translate="no">y = {state.f}</code>
        </p>
        <RuleField value={state.rule} right={verdict.kind === 'right'} onChange={(rule) => set({ rule })} />
        <Beside suggestions={verdict.suggestions ?? []} onTake={(text) => set({ rule: text })} />
      </div>
      {checks.length > 0 && (
        <ul className="own-checks" aria-label={words.checks}>
          {checks.map(({ modes, ok }) => (
            <li key={modes} className={ok ? undefined : 'fails'}>
              <span aria-hidden="true">{ok ? '✓' : '✗'}</span> {modes}
              <span className="visually-hidden">: {ok ? words.holds : words.fails}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="own-used">{words.usedIn}</p>
      <div className="own-matrices">
        <Titled title={words.weights}>
          <Matrix
            name={words.w}
            label={<Tex of={tex`\w`} />}
            sym="w"
            role="w"
            values={state.w}
            onChange={(i, j, value) => set({ w: withEntry(state.w, i, j, value) })}
          />
        </Titled>
        {use && (
          <>
            <Titled title={words.byYours}>
              <Matrix
                name={words.mine}
                label={<Tex of={tex`\dLdw`} />}
                role="w"
                kind="gradient"
                values={use.mine}
                mark={(i, j) => (use.wrong[i]?.[j] ? 'wrong' : undefined)}
              />
            </Titled>
            <Titled title={words.byDifferences}>
              <Matrix
                name={words.differences}
                label={<Tex of={tex`\dLdw`} />}
                role="w"
                kind="gradient"
                values={use.differences}
              />
            </Titled>
          </>
        )}
      </div>
    </Figure>
  )
}

type RuleProps = { value: string; right: boolean; onChange: (rule: string) => void }

/** Within the figure, which tells what can't be read. */
function RuleField({ value, right, onChange }: RuleProps) {
  const { id, field, beside } = useFormulaField({
    label: words.rule,
    value,
    problemOf: problemOfRule,
    spell: (text) => spelled(text, ruleNames, false),
    onChange,
  })
  return (
    <>
      <div className="own-line">
        <label htmlFor={id}>
          <span aria-hidden="true">
            <Tex of={tex`\dLdx`} /> =
          </span>
        </label>
        <span className="own-field needs-js">{field}</span>
        <code className="own-unscripted" {...untranslated}>
          {value}
        </code>
        <span className={right ? 'own-mark' : 'own-mark L'} aria-hidden="true">
          {right ? '✓' : '✗'}
        </span>
      </div>
      {beside}
    </>
  )
}

const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <p className="own-title">{title}</p>
    <MatrixRow>{children}</MatrixRow>
  </div>
)
