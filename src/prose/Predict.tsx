import { Fragment, type ReactNode } from 'react'
import { Says, spoken } from '@/figure/frame'
import { num, settled } from '@/plot/format'
import { measure, type Asked, type Measured } from './prediction'
import { Ref } from './Ref'

type Common = {
  id: string
  /** Symbols in braces, `{x.1.2}`, are drawn in their hue and light up; in `options` too. */
  question: string
  /** A figure of the page, which waits until the reader has answered or skipped. */
  locks?: string
  /** What that figure keeps covered as long, because it tells: its sentence, its caption, what it marks as `telling`. */
  covers?: readonly ('says' | 'caption' | 'telling')[]
  children: ReactNode
}
type Choices = Common & { options: readonly string[]; answer: number }
/** A number to type. What is right comes from the core; `name` is what is asked for, "Δy" unless said. */
type Numeric = Common & Asked & { name?: string }

/**
 * The reader commits before the figure shows: to a choice (`options`, `answer`), or to a number (`of="x^2"
 * at={{ x: 2 }} nudge={{ x: 0.5 }}`, where the change is asked for, or without `nudge`, where the value is). The page
 * opens the answer and remembers it (see src/app/predictions.ts).
 */
export function Predict(props: Choices | Numeric) {
  const { id, question, locks, covers, children } = props
  const measured = 'of' in props ? measure(props) : undefined
  return (
    <section
      className="predict"
      id={id}
      data-predict={'of' in props ? 'number' : props.answer}
      data-locks={locks}
      data-covers={covers?.join(' ')}
      data-measured={measured && JSON.stringify(measured)}
      data-sizes={'of' in props ? sizesIn(props) : undefined}
      aria-label={`Prediction: ${spoken(question)}`}
    >
      <fieldset>
        <legend>
          <span className="tag">Predict</span> <Says text={question} />
        </legend>
        {'of' in props ? <Field {...props} name={nameOf(props)} /> : <Options {...props} />}
        <p className="lock-line tentative" aria-live="polite" />
        {locks && (
          <p className="lock-line waits needs-js">
            <Ref to={locks} /> waits for it.
          </p>
        )}
      </fieldset>
      {/* Outside the fold: what is born in a closed one is not said. */}
      <p className="verdict" role="status" />
      <details className="fold">
        <summary>
          <span className="screen-only">Show the answer</span>
          <span className="print-only">Answer</span>
        </summary>
        {'of' in props ? <Table name={nameOf(props)} of={measure(props)} /> : <Answer {...props} />}
        {children}
      </details>
    </section>
  )
}

/** The sizes that an answer may be written in, as D*M; undefined where there are none. */
function sizesIn({ at }: Numeric) {
  const sizes = Object.entries(at).filter(
    ([name, value]) => /^[A-Z]$/.test(name) && typeof value === 'number',
  )
  return sizes.length > 0 ? JSON.stringify(Object.fromEntries(sizes)) : undefined
}

const nameOf = ({ name, nudge }: Numeric) => name ?? (nudge ? 'Δy' : 'y')

function Answer({ id, options, answer }: Choices) {
  const right = options[answer]
  if (right === undefined)
    throw new Error(`Predict "${id}": answer ${answer} is none of its ${options.length} options`)
  return (
    <p className="answer">
      <Says text={`${right}.`} />
    </p>
  )
}

const Options = ({ id, options }: Choices) =>
  options.map((option, i) => (
    <label key={option}>
      <input type="radio" name={id} value={i} />{' '}
      <span>
        <Says text={option} />
      </span>
    </label>
  ))

const Field = ({ id, name, nudge }: Numeric & { name: string }) => (
  <form className="predict-form" noValidate>
    <label htmlFor={`${id}-field`}>{`${name} ${nudge ? '≈' : '='}`}</label>
    <input id={`${id}-field`} className="number-input" type="text" autoComplete="off" />
    <button type="submit" className="needs-js">
      Commit
    </button>
    <p className="notice" role="alert" />
  </form>
)

/** What was predicted beside what is; the reader's own number is filled in by the page. */
function Table({ name, of: { before, change } }: { name: string; of: Measured }) {
  const rows = change
    ? ([
        [`linear ${name}`, change.linear],
        [`true ${name}`, change.true],
        ['remainder', change.remainder],
      ] as const)
    : ([[`true ${name}`, before]] as const)
  return (
    <dl className="measured">
      <dt className="mine" hidden>
        your {name}
      </dt>
      <dd className="mine" hidden />
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{num(settled(value))}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
