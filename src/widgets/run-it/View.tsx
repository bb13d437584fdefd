import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { productPlain } from '@/topics/letters/ProductText'
import { inLetters } from '@/topics/letters/sentences'
import { useLayout } from '@/topics/letters/useLayout'
import { useLetters } from '@/topics/letters/useLetters'
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
import { device } from './device'
import { Facts } from './Facts'
import { model, tooLarge, type State } from './model'
import { Products } from './Products'
import { useRuns } from './useRuns'
import { words } from './words'

const spec: FigureSpec<State> = {
  start: { N: 64 },
  fields: {
    N: fields.integer(1, most, { label: words.N, scale: doublings }),
  },
}

/** The layer at full size, run in workers on the reader's device; beside it, small Jacobians really built. */
export default function RunIt(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, warn, bind } = figure
  const runs = useRuns()
  const { progress, problem } = runs

  const { charts, products, findings, road, checks, says } = model(state, runs.measured)
  const letters = useLetters()
  const layout = useLayout()
  const reset = () => {
    runs.clear()
    figure.reset()
  }
  const compute = () => {
    const refused = tooLarge(state, device().gibibytes)
    if (refused) warn(refused)
    else runs.layer(state)
  }
  const broken = problem && words.broke(problem.replace(/\.$/, ''))
  return (
    <Figure
      of={{ ...figure, reset, notice: figure.notice || broken }}
      title={words.title}
      says={inLetters(says, letters)}
      controls={
        <>
          <Slider {...bind('N')} symbol={<i>N</i>} />
          <TaskButton running={progress?.what === 'layer'} start={compute} cancel={runs.cancel}>
            {words.compute}
          </TaskButton>
          <TaskButton
            running={progress?.what === 'road'}
            start={runs.road}
            cancel={runs.cancel}
            primary={false}
          >
            {words.build}
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
      <details className="fold run-fold">
        <summary>{words.inNumbers}</summary>
        <div className="run-tables">
          <Part title={words.layer}>
            <Products of={products} letters={letters} />
            <Facts of={findings} />
          </Part>
          <div>
            <Part title={words.road[layout]}>
              <Facts of={road} />
            </Part>
            <Part title={words.differences}>
              <Facts of={checks(productPlain('dx', letters))} />
            </Part>
          </div>
        </div>
      </details>
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
