import { TypedLines, Underlined, type Said } from '@/topics/programs/TypedLines'
import { shapeText } from '@/plot/format'
import { withSet, type Row, type Scene } from './model'
import { longestLine, longestProgram, mostLines, type State } from './state'
import { ValueGrid } from './ValueGrid'
import { marks, words } from './words'

type Props = { state: State; scene: Scene; set: (change: Partial<State>) => void }

/** What a reader may write: so many lines, of so many characters in all. */
const bounded = (lines: readonly string[]) => lines.slice(0, mostLines).join('\n').slice(0, longestProgram)

/** The program, a line a field, each with its typeset form, its shape and its numbers. */
export const ProgramLines = ({ state, scene, set }: Props) => (
  <TypedLines
    lines={scene.rows.map(({ text }) => text)}
    name={words.line}
    placeholder={words.placeholder}
    longest={longestLine}
    onChange={(lines) => set({ program: bounded(lines) })}
    said={(_, k) => saidOf(scene.rows[k], state, set)}
  />
)

function saidOf(row: Row | undefined, state: State, set: Props['set']): Said {
  if (!row) return { suggestions: [] }
  const { fault, formula, breaks, named, text } = row
  return {
    formula,
    badge: <Badge of={named} />,
    state: fault || breaks ? 'wrong' : undefined,
    unread: fault !== undefined,
    suggestions: fault?.suggestions ?? [],
    says: fault ? (
      <>
        <b aria-hidden="true">{marks.wrong}</b> <Underlined text={text} span={fault.place} />
        {fault.sentence}
      </>
    ) : (
      breaks
    ),
    below: state.numbers === 'shown' && <Values of={named} state={state} set={set} />,
  }
}

/** The shape of what a line names, in letters. */
const Badge = ({ of: [first] }: { of: Row['named'] }) =>
  first && <span className="shape playground-badge">{shapeText(first.shape)}</span>

/** The numbers of what a line names, each with the gradient by it. */
const Values = ({ of, state, set }: { of: Row['named']; state: State; set: Props['set'] }) => (
  <div className="playground-values">
    {of.map((one) => {
      const setter = (kind: 'value' | 'gradient') => (offset: number, value: number) =>
        set(withSet(state, one, offset, value, kind))
      return (
        <div className="playground-pair" key={one.name}>
          <ValueGrid of={one} {...(one.given && { onChange: setter('value') })} />
          <ValueGrid of={one} gradient {...(one.output && { onChange: setter('gradient') })} />
        </div>
      )
    })}
  </div>
)
