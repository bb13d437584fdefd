import { TypedLines, Underlined, type Said } from '@/topics/programs/TypedLines'
import { linesOf, lit, longestLines, type Row } from './model'
import { marks, words } from './words'

type Props = {
  lines: string
  /** What was last judged: a line that changed since has no verdict yet. */
  rows: readonly Row[]
  letter: string
  onChange: (lines: string) => void
}

/** The reader's lines, each with its typeset form and what is to be said of it. */
export const Lines = ({ lines, rows, letter, onChange }: Props) => (
  <TypedLines
    lines={linesOf(lines)}
    name={words.line}
    placeholder={words.placeholder}
    longest={longestLines}
    onChange={(next) => onChange(next.join('\n'))}
    said={(text, k) => saidOf(rows[k]?.text === text ? rows[k] : undefined, letter)}
  />
)

function saidOf(row: Row | undefined, letter: string): Said {
  const verdict = row?.verdict
  return {
    formula: row?.formula && lit(row.formula, letter),
    state: verdict && (verdict.kind === 'right' ? 'right' : 'wrong'),
    unread: verdict?.read === false,
    suggestions: row?.suggestions ?? [],
    says: verdict && (
      <>
        <b aria-hidden="true">{verdict.kind === 'right' ? marks.right : marks.wrong}</b>{' '}
        {verdict.span && <Underlined text={row.text} span={verdict.span} />}
        {verdict.says}
      </>
    ),
  }
}
