import { Fragment, type ReactNode } from 'react'
import {
  Announce,
  InlineNumber,
  WarnContext,
  fields,
  largest,
  useFigure,
  uses,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { pieces, spoken, type Piece } from './model'
import { words } from './words'

/** The reader's numbers, in the order of the sentence. */
export type State = { values: readonly number[] }

const spec: FigureSpec<State> = {
  start: { values: [] },
  fields: { values: fields.list(fields.real(-largest, largest), 12) },
}

type Props = FigureProps<State> & {
  text: string
  f?: string
  /** From, to and step of a number, by its name. */
  ranges?: Readonly<Record<string, readonly [min: number, max: number, step: number]>>
}

const nudge = /^d(?=[a-zA-Z])/
const roles = /^[xwyL]/

/** Δx for dx; the hue of a symbol is its letter's, and a nudge is outlined like one. */
const nameOf = (name: string) => name.replace(nudge, 'Δ')
const classOf = (name: string) =>
  `${roles.exec(name.replace(nudge, ''))?.[0] ?? 'ink'}${nudge.test(name) ? ' nudge' : ''}`

/** A sentence whose numbers can be changed in place; the others follow. Part of the text, and no numbered figure. */
export default function Sentence(props: Props) {
  const { text, f, ranges = {} } = props
  const figure = useFigure(props, spec)
  const sentence = pieces({ text, f }, figure.state.values)
  const values = sentence.flatMap((piece) => (piece.kind === 'input' ? [piece.value] : []))
  const set = (index: number, value: number) => figure.set({ values: values.with(index, value) })

  const draw = (piece: Piece): ReactNode => {
    if (piece.kind === 'words') return piece.symbol ? <i>{piece.text}</i> : piece.text
    if (piece.kind === 'output')
      return (
        <output aria-label={piece.label} aria-live="off">
          {piece.text}
        </output>
      )
    const [min = -largest, max = largest, step = 0.1] = ranges[piece.name] ?? []
    return (
      <InlineNumber
        label={nameOf(piece.name)}
        className={classOf(piece.name)}
        value={piece.value}
        onChange={(value) => set(piece.index, value)}
        {...{ min, max, step }}
      />
    )
  }
  return (
    <div className="sentence" id={figure.id} role="group" aria-label={words.title} {...uses(figure.id)}>
      <WarnContext.Provider value={figure.warn}>
        <p className="sentence-text">
          {sentence.map((piece, k) => (
            <Fragment key={k}>{draw(piece)}</Fragment>
          ))}
        </p>
      </WarnContext.Provider>
      <div className="sentence-foot needs-js">
        {figure.notice === '' && <span>{words.hint}</span>}
        <p className="notice" role="status">
          {figure.notice}
        </p>
        <button type="button" className="quiet" onClick={figure.reset}>
          {words.reset}
        </button>
      </div>
      <Announce text={spoken(sentence)} of={figure.id} />
      {figure.caption}
    </div>
  )
}
Sentence.numbered = false
