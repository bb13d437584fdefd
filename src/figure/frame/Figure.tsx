import { memo, useState, type ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { same } from '@/plot/same'
import { Announce } from './Announce'
import { CopyLink } from './CopyLink'
import { Lock } from './Lock'
import { useLock } from './useLock'
import { Says } from './Says'
import { spoken as plain } from './symbol'
import type { FigureHandle } from '../state/useFigure'
import { HushContext } from '../state/hush'
import { WarnContext } from '../state/warn'
import { uses } from './inUse'
import { words } from './words'

type Texture = 'value' | 'nudge' | 'gradient'

type Props<S extends object> = {
  of: FigureHandle<S>
  title: ReactNode
  /** What is happening now; a text may hold symbols as `{x.1.2}`. */
  says: ReactNode
  /** The same for a screen reader, said once the reader pauses; needed where `says` is not a text. */
  spoken?: string
  /** The row of controls; Reset and the link stand at its end. */
  controls?: ReactNode
  /** Which textures the picture uses. */
  legend?: readonly Texture[]
  children: ReactNode
}

/** The frame that every figure shares; what its controls can't read is said in its notice. */
export const Figure = <S extends object>(props: Props<S>) => (
  <WarnContext.Provider value={props.of.warn}>
    <Frame {...props} />
  </WarnContext.Provider>
)

/** Number, title, sentence, picture, controls, caption. */
function Frame<S extends object>({ of, title, says, spoken, controls, legend = [], children }: Props<S>) {
  const heading = useId()
  const [hushed, hush] = useState(false)
  const waiting = useLock(of.id)
  const [first] = waiting
  const waits = first !== undefined
  // What tells the answer; see figure.css.
  const covers = waiting.map((wait) => wait.covers).join(' ')
  return (
    <figure
      className="figure"
      id={of.id}
      aria-labelledby={heading}
      data-covers={covers || undefined}
      {...uses(of.id)}
    >
      <header className="figure-head">
        <p className="figure-title" id={heading}>
          {of.number && <b>{words.figure(of.number)}</b>}
          <span>{title}</span>
        </p>
        {legend.length > 0 && <Legend of={legend} />}
      </header>
      <p className="says" inert={covers.includes('says')}>
        {typeof says === 'string' ? <Says text={says} /> : says}
      </p>
      <div className="figure-body" inert={waits}>
        {children}
      </div>
      <p className="notice" role="status">
        {of.notice}
      </p>
      <div className="controls needs-js">
        {first && <Lock figure={of.id} prediction={first.prediction} />}
        <div className="figure-body" inert={waits}>
          <HushContext.Provider value={hush}>{controls}</HushContext.Provider>
          <End link={of.link} reset={of.reset} />
        </div>
      </div>
      <Announce text={spoken ?? (typeof says === 'string' ? plain(says) : '')} of={of.id} hushed={hushed} />
      <figcaption inert={covers.includes('caption')}>{of.caption}</figcaption>
    </figure>
  )
}

const Legend = memo(function Legend({ of }: { of: readonly Texture[] }) {
  return (
    <ul className="legend" aria-label={words.textures}>
      {of.map((kind) => (
        <li key={kind}>
          <span className={`swatch ${kind}`} /> {kind}
        </li>
      ))}
    </ul>
  )
}, same)

const End = memo(function End({ link, reset }: { link: () => string; reset: () => void }) {
  return (
    <span className="controls-end">
      <CopyLink link={link} />
      <button type="button" onClick={reset}>
        {words.reset}
      </button>
      {/* What it opens is no part of the figure: src/app/more. */}
      <button type="button" className="more-button" data-more="" aria-label={words.more} title={words.more}>
        ⋯
      </button>
    </span>
  )
})
