import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'
import {
  doublings,
  fields,
  Figure,
  Slider,
  TaskButton,
  TaskProgress,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { Chart } from './Chart'
import { most } from './charts'
import { Facts } from './Facts'
import { model, tooLarge, type State } from './model'
import { Products } from './Products'
import { device, useRuns } from './useRuns'

const spec: FigureSpec<State> = {
  start: { N: 64 },
  fields: {
    N: fields.integer(1, most, { label: 'N, examples in the batch; D = M = 64·N', scale: doublings }),
  },
}

/** The layer at full size, run in workers on the reader's device; beside it, small Jacobians really built. */
export default function RunIt(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, warn, bind } = figure
  const runs = useRuns()
  const { progress, problem } = runs

  const { charts, products, findings, road, checks, says } = model(state, runs.measured)
  const reset = () => {
    runs.clear()
    figure.reset()
  }
  const compute = () => {
    const refused = tooLarge(state, device().gibibytes)
    if (refused) warn(refused)
    else runs.layer(state)
  }
  const broken = problem && `The run broke off: ${problem.replace(/\.$/, '')}. A smaller N may help.`
  return (
    <Figure
      of={{ ...figure, reset, notice: figure.notice || broken }}
      title="The whole layer, computed here"
      says={says}
      controls={
        <>
          <Slider {...bind('N')} symbol={<i>N</i>} />
          <TaskButton running={progress?.what === 'layer'} start={compute} cancel={runs.cancel}>
            Compute the layer
          </TaskButton>
          <TaskButton
            running={progress?.what === 'road'}
            start={runs.road}
            cancel={runs.cancel}
            primary={false}
          >
            Build small Jacobians
          </TaskButton>
          <TaskProgress of={progress} />
        </>
      }
    >
      <div className="run-charts">
        {charts.map((chart) => (
          <Chart key={chart.label} of={chart} N={state.N} />
        ))}
      </div>
      <div className="run-tables">
        <Part title="The layer">
          <Products of={products} />
          <Facts of={findings} />
        </Part>
        <div>
          <Part title="The explicit road, ∂L/∂y · ∂y/∂x">
            <Facts of={road} />
          </Part>
          <Part title="Differences, as parts of the largest entry">
            <Facts of={checks} />
          </Part>
        </div>
      </div>
    </Figure>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <div className="run-part" role="group" aria-labelledby={id}>
      <p className="run-title" id={id}>
        {title}
      </p>
      {children}
    </div>
  )
}
