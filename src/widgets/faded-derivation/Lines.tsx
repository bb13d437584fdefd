import type { ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { tex, Tex, type TexNode } from '@/figure'
import { label, options, type Blank, type Faded } from './blanks'
import { words, type Verdict } from './words'

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
    <Gap of={of} blank={blank} name={words.line(line, name)} note={`${id}${line}`} />
  )
  const blanks = (number: number, names: readonly Blank[], question: string) => ({
    number,
    id: `${id}${number}`,
    ...noteOf(of, names, question),
  })
  return (
    <ol className="derivation">
      <Line number={1} note={words.chainNote}>
        <Piece
          of={tex`\dLdwe{d}{m} = \dLdy \cdot \frac{\partial \y}{\partial \we{d}{m}}`}
          spoken={words.chainSpoken}
        />
      </Line>
      <Line number={2} note={words.layerNote}>
        <Piece of={tex`\ye{n}{m} = \textstyle\sum_{d} \xe{n}{d} \, \we{d}{m}`} spoken={words.layerSpoken} />
      </Line>
      <Line {...blanks(3, ['moves'], words.movesQuestion)}>
        <span>
          {words.raise}
          <Piece of={tex`\we{d}{m}`} spoken={words.weightSpoken} />
          {words.byOneAnd}
          <Piece of={tex`\ye{n}{m}`} spoken={words.outputSpoken} />
          {words.movesBy}
        </span>
        {gap('moves', 3, words.howFar)}
      </Line>
      <Line {...blanks(4, ['over', 'dyAt', 'xAt'], words.overQuestion)}>
        <Piece of={tex`\dLdwe{d}{m} =`} spoken={words.soGradient} />
        <Indexed of={tex`\textstyle\sum`} spoken={words.sumOver}>
          {gap('over', 4, words.sumIndex)}
        </Indexed>
        <Indexed of={tex`\htmlClass{y}{dy}`} spoken={words.dyAt}>
          {gap('dyAt', 4, words.dyIndex)}
        </Indexed>
        <Indexed of={tex`\cdot\; \x`} spoken={words.xAt}>
          {gap('xAt', 4, words.xIndex)}
        </Indexed>
      </Line>
      <Line {...blanks(5, ['row', 'column'], words.productQuestion)}>
        <span className="together">
          {words.thatIsRow} {gap('row', 5, words.whichRow)}
        </span>
        <span className="together">
          {words.timesColumn} {gap('column', 5, words.whichColumn)}
        </span>
      </Line>
      <Line {...blanks(6, ['left', 'right'], words.allAtOnce)}>
        <Piece of={tex`\dLdw =`} spoken={words.gradientIs} />
        {gap('left', 6, words.left)}
        {gap('right', 6, words.right)}
      </Line>
    </ol>
  )
}
