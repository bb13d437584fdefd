import {
  Choice,
  doublings,
  fields,
  Figure,
  Slider,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { Bars, type Bar } from '@/topics/memory/Bars'
import { formats, type FormatName } from '@/topics/memory/model'
import { words as shared } from '@/topics/memory/words'
import { model, most, start, type Name, type Row, type State } from './model'
import { words } from './words'

const names = Object.keys(formats) as FormatName[]
const spec: FigureSpec<State> = {
  start,
  fields: {
    N: fields.integer(1, most.N, { label: words.N, scale: doublings }),
    D: fields.integer(1, most.D, { label: words.D, scale: doublings }),
    format: fields.choice(...names),
  },
}

const marks: Record<Name, Pick<Bar, 'text' | 'role' | 'sym'>> = {
  Q: { text: 'Q', role: 'ink', sym: 'Q' },
  KV: { text: 'K, V', role: 'ink' },
  y: { text: 'y', role: 'y', sym: 'y' },
  ell: { text: 'ℓ', role: 'ink', sym: 'ell' },
  A: { text: 'A', role: 'ink', sym: 'A' },
  J: { text: '∂y/∂K', role: 'ink' },
}
const barOf = ({ name, ...row }: Row): Bar => ({ ...row, ...marks[name] })

/** How much memory a head takes with its weights kept, and with them made again. */
export default function AttentionMemory(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { state, set, bind } = figure
  const { rows, decades, says } = model(state)
  return (
    <Figure
      of={figure}
      title={words.title}
      legend={['value']}
      says={says}
      controls={
        <>
          <Slider
            {...bind('N')}
            symbol={
              <>
                <i>N</i> {words.tokens}
              </>
            }
          />
          <Slider
            {...bind('D')}
            symbol={
              <>
                <i>D</i> {words.width}
              </>
            }
          />
          <Choice
            legend={shared.format}
            options={names.map((value) => ({ value, label: value }))}
            value={state.format}
            onChange={(format) => set({ format })}
          />
        </>
      }
    >
      <Bars
        id={figure.id}
        sizes={[
          ['N', state.N],
          ['D', state.D],
        ]}
        format={state.format}
        bars={rows.map(barOf)}
        decades={decades}
      />
    </Figure>
  )
}
