import { TypedLines, Underlined, type Said } from '@/topics/programs/TypedLines'
import type { Judged } from './calls'
import type { Scene } from './model'
import { linesOf, longestLine, longestLines, mostLines } from './state'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { marks, passSays, words } from './words'

type Props = {
  scene: Scene
  source: string
  known: boolean
  lines: string
  onChange: (lines: string) => void
}

/** The reader's own backward pass, read and never run, each line held against the true gradient. */
export function Backward({ scene: { layer }, source, known, lines, onChange }: Props) {
  const texts = linesOf(lines)
  const answer = useAnswer('verdicts', { source, lines: texts }, known)
  const judged = answer.found ?? []
  const wanted = layer ? layer.inputs.map(({ name }) => `d${name}`) : []
  return (
    <>
      <p className="playground-note">{words.readOnly}</p>
      <p className="playground-verdict" role="status">
        {answer.fresh ? passSays(judged, wanted) : ''}
      </p>
      <TypedLines
        lines={texts}
        name={words.backwardLine}
        placeholder={words.backwardPlaceholder}
        longest={longestLine}
        onChange={(next) => onChange(next.slice(0, mostLines).join('\n').slice(0, longestLines))}
        said={(text, k) => saidOf(judged[k]?.text === text ? judged[k] : undefined)}
      />
      <Waiting on={answer} />
    </>
  )
}

function saidOf(one: Judged | undefined): Said {
  const verdict = one?.verdict
  const right = verdict?.kind === 'right'
  return {
    formula: one?.formula,
    state: verdict && (right ? 'right' : 'wrong'),
    unread: verdict?.read === false,
    suggestions: suggestionsFor(one),
    says: verdict && (
      <>
        <b aria-hidden="true">{right ? marks.right : marks.wrong}</b>{' '}
        {!right && verdict.span && <Underlined text={one.text} span={verdict.span} />}
        {right ? rightSays(one) : verdict.says}
      </>
    ),
  }
}

/** What is said of a line that is right. */
function rightSays({ about, verdict }: Judged): string {
  if (verdict?.rule === 'name') return words.rightName
  return about.startsWith('d') ? words.right(about.slice(1)) : words.holds
}

/** The line with the name that may have been meant. */
function suggestionsFor(one: Judged | undefined): string[] {
  const { span, instead } = one?.verdict ?? {}
  if (!one || !span || instead === undefined) return []
  return [one.text.slice(0, span[0]) + instead + one.text.slice(span[1])]
}
