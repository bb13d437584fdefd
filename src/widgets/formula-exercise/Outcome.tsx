import { Beside, Matrix, MatrixRow, Tex, tex, type LayerLetters } from '@/figure'
import { OwnMatrix } from '@/topics/letters/OwnMatrix'
import { untranslated } from '@/plot/untranslated'
import type { Assessment } from './checker'
import { shapeOf, type Target } from './given'
import { words } from './words'

type Props = {
  /** Undefined until a formula is checked. */
  of: Assessment | undefined
  /** The formula that was checked. */
  text: string
  target: Target
  letters: LayerLetters
  shown: boolean
  onShow: (shown: boolean) => void
  /** Writes a text into the field. */
  onTake: (text: string) => void
}

/** The checked formula, with what it is about marked. */
function Checked({ text, span }: { text: string; span: readonly [number, number] | undefined }) {
  const [start, end] = span ?? [0, 0]
  return (
    <p className="checked">
      <span className="checked-head">{words.checked}</span>
      <code {...untranslated}>
        {text.slice(0, start)}
        {span && <mark>{text.slice(start, end) || ' '}</mark>}
        {text.slice(end)}
      </code>
    </p>
  )
}

/** The verdict in words, its hint, and the reader's result beside the right one once that may be seen. */
export function Outcome({ of, text, target, letters, shown, onShow, onTake }: Props) {
  if (!of)
    return (
      <div className="outcome needs-js">
        <div className="verdict" role="status">
          <p className="verdict-waits">{words.waits}</p>
        </div>
      </div>
    )
  const { verdict, sentence, hint, answer } = of
  const right = verdict.kind === 'right'
  const mine = 'mine' in verdict ? verdict.mine : undefined
  const name = target === 'dw' ? words.dw : words.db
  return (
    <div className="outcome needs-js">
      <div className="verdict" role="status" data-verdict={verdict.kind}>
        <Checked
          text={text}
          span={'span' in verdict && of.spelled.book === undefined ? verdict.span : undefined}
        />
        <Beside {...of.spelled} onTake={onTake} />
        <p>
          <span className={right ? 'verdict-mark' : 'verdict-mark L'} aria-hidden="true">
            {right ? '✓' : '✗'}{' '}
          </span>
          {sentence.replace(/ ([×=]) /g, '\u00a0$1\u00a0')}
        </p>
      </div>
      <details className="fold" key={verdict.kind}>
        <summary>{right ? words.why : words.hint}</summary>
        <p>{hint}</p>
      </details>
      <div className="beside">
        {mine && mine.rows.length > 0 && mine.rows.length <= 16 && (
          <MatrixRow>
            <Matrix
              name={words.mine}
              role={String(shapeOf(mine.rows)) === String(shapeOf(answer)) ? 'w' : 'ink'}
              kind="gradient"
              label={words.mine}
              values={mine.rows}
              mark={(i, j) => (mine.wrong[i]?.[j] ? 'wrong' : undefined)}
            />
          </MatrixRow>
        )}
        {(right || shown) && (
          <MatrixRow>
            <OwnMatrix
              of={target}
              letters={letters}
              name={name}
              sym={target}
              role="w"
              kind="gradient"
              label={<Tex of={target === 'dw' ? tex`\dLdw` : tex`\dLdb`} />}
              values={answer}
            />
          </MatrixRow>
        )}
        {!right && (
          <button type="button" onClick={() => onShow(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        )}
      </div>
    </div>
  )
}
