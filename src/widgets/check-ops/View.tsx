import {
  Choice,
  fields,
  Figure,
  Options,
  TaskButton,
  TaskProgress,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { useId } from '@/plot/ids'
import { Comparisons } from './Comparisons'
import { damages } from './damage'
import { names, report, summary, type State } from './model'
import { Ops } from './Ops'
import { useCheck } from './useCheck'
import { allOps, damageNames, sentence, words } from './words'

const spec: FigureSpec<State> = {
  start: { op: 'matmul', damage: 'transpose' },
  fields: { op: fields.choice(...names), damage: fields.choice(...damages) },
}

/** The gradient check over the table of ops, live; and a rule to break, to see it found. */
export default function CheckOps(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set } = figure
  const check = useCheck(state)
  const id = useId()

  const here = report(state.op, state.damage)
  const says = sentence(here, state.damage)
  const reset = () => {
    check.clear()
    figure.reset()
  }
  const change = (to: Partial<State>) => {
    check.clear()
    set(to)
  }
  const broken = check.problem && words.broke(check.problem.replace(/\.$/, ''))
  return (
    <Figure
      of={{ ...figure, reset, notice: figure.notice || broken }}
      title={words.title}
      says={says}
      controls={
        <>
          <span className="pick-op">
            <label htmlFor={id}>{words.op}</label>
            <select id={id} value={state.op} onChange={(event) => change({ op: event.target.value })}>
              <Options of={names.map((name) => ({ value: name, name }))} />
            </select>
          </span>
          <Choice
            legend={words.rule}
            options={damages.map((value) => ({ value, label: damageNames[value] }))}
            value={state.damage}
            onChange={(damage) => change({ damage })}
          />
          <TaskButton running={check.progress !== undefined} start={check.run} cancel={check.cancel}>
            {words.run}
          </TaskButton>
          <TaskProgress of={check.progress} />
        </>
      }
    >
      <Comparisons lines={here.lines} />
      <p className="all-ops">{allOps(summary(check.reports), names.length)}</p>
      <Ops names={names} reports={check.reports} chosen={state.op} onChoose={(op) => change({ op })} />
    </Figure>
  )
}
