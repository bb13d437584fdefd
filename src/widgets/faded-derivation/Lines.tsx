import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { tex, Tex, type TexNode } from '@/figure'
import { label, options, type Blank, type Faded } from './blanks'
import type { Verdict } from './reasons'

type Fill = {
  state: Faded
  verdicts: Partial<Record<Blank, Verdict>>
  onFill: (blank: Blank, choice: string) => void
}

/** A formula with its words for a screen reader. */
const Piece = ({ of, spoken }: { of: TexNode; spoken: string }) => (
  <>
    <span aria-hidden="true">
      <Tex of={of} />
    </span>
    <span className="visually-hidden">{spoken}</span>
  </>
)

/** A symbol with a blank as its index; the two stay together where a line breaks. */
const Indexed = ({ children, ...piece }: { of: TexNode; spoken: string; children: ReactNode }) => (
  <span className="together">
    <Piece {...piece} />
    <span className="sub">{children}</span>
  </span>
)

/** One blank: a native list, and a mark once something stands in it. */
function Gap({ of, name, blank, note }: { of: Fill; name: string; blank: Blank; note: string }) {
  const verdict = of.verdicts[blank]
  const mark = verdict === undefined ? '' : verdict.right ? '✓' : '✗'
  return (
    <span className="gap">
      <select
        aria-label={name}
        aria-describedby={note}
        aria-invalid={verdict?.right === false}
        value={of.state[blank]}
        onChange={(event) => of.onFill(blank, event.target.value)}
      >
        <option value="">?</option>
        {options[blank].map((choice) => (
          <option key={choice} value={choice}>
            {label(choice)}
          </option>
        ))}
      </select>
      <span className="gap-unscripted">____</span>
      <span className="gap-mark" aria-hidden="true">
        {mark}
      </span>
    </span>
  )
}

type LineProps = { number: number; note: ReactNode; wrong?: boolean; id?: string; children: ReactNode }
const Line = ({ number, note, wrong, id, children }: LineProps) => (
  <li>
    <span className="line-of">({number})</span>
    <div>
      <div className="line-formula">{children}</div>
      <p className={`line-note${id ? ' judged' : ''}${wrong ? ' wrong' : ''}`} id={id}>
        {note}
      </p>
    </div>
  </li>
)

/** The note under a line: what is wrong, else what is right, else the question that the line answers. */
function noteOf(of: Fill, blanks: readonly Blank[], question: string) {
  const verdicts = blanks.flatMap((blank) => of.verdicts[blank] ?? [])
  const wrong = verdicts.find(({ right }) => !right)
  const done = verdicts.length === blanks.length ? verdicts[0] : undefined
  return { note: (wrong ?? done)?.says ?? question, wrong: wrong !== undefined }
}

/** The derivation: two lines that are given, four with blanks. */
export function Lines(of: Fill) {
  const id = useId()
  const gap = (blank: Blank, line: number, name: string) => (
    <Gap of={of} blank={blank} name={`Line ${line}: ${name}`} note={`${id}${line}`} />
  )
  const blanks = (number: number, names: readonly Blank[], question: string) => ({
    number,
    id: `${id}${number}`,
    ...noteOf(of, names, question),
  })
  return (
    <ol className="derivation">
      <Line number={1} note="Given. The chain rule for one weight: a dot product over all entries of y.">
        <Piece
          of={tex`\dLdwe{d}{m} = \dLdy \cdot \frac{\partial \y}{\partial \we{d}{m}}`}
          spoken="The gradient of L by w d m is the gradient of L by y, dot, the slice of y by w d m."
        />
      </Line>
      <Line
        number={2}
        note="Given. The weight is the wire from input d to output m, so only column m of y moves."
      >
        <Piece
          of={tex`\ye{n}{m} = \textstyle\sum_{d} \xe{n}{d} \, \we{d}{m}`}
          spoken="y n m is the sum over d of x n d times w d m."
        />
      </Line>
      <Line {...blanks(3, ['moves'], `How fast does row n of that column move? Look at line 2.`)}>
        <span>
          Raise <Piece of={tex`\we{d}{m}`} spoken="w d m" /> by 1, and{' '}
          <Piece of={tex`\ye{n}{m}`} spoken="y n m" /> moves by
        </span>
        {gap('moves', 3, 'how far y n m moves')}
      </Line>
      <Line
        {...blanks(
          4,
          ['over', 'dyAt', 'xAt'],
          'Which index does the dot product run over, once d and m are fixed?',
        )}
      >
        <Piece of={tex`\dLdwe{d}{m} =`} spoken="So the gradient by w d m is" />
        <Indexed of={tex`\textstyle\sum`} spoken="the sum over">
          {gap('over', 4, 'index of the sum')}
        </Indexed>
        <Indexed of={tex`\htmlClass{y}{dy}`} spoken="of d y at">
          {gap('dyAt', 4, 'index of dy')}
        </Indexed>
        <Indexed of={tex`\cdot\; \x`} spoken="times x at">
          {gap('xAt', 4, 'index of x')}
        </Indexed>
      </Line>
      <Line
        {...blanks(
          5,
          ['row', 'column'],
          'A matrix product pairs a row with a column. Which ones hold the numbers of line 4?',
        )}
      >
        <span className="together">That is row {gap('row', 5, 'which row')}</span>
        <span className="together">times column {gap('column', 5, 'which column')}</span>
      </Line>
      <Line
        {...blanks(
          6,
          ['left', 'right'],
          'All entries at once. Fill both factors, and the product is tried on the numbers above.',
        )}
      >
        <Piece of={tex`\dLdw =`} spoken="The gradient of L by w is" />
        {gap('left', 6, 'left factor')}
        {gap('right', 6, 'right factor')}
      </Line>
    </ol>
  )
}
