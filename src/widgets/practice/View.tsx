import { useStore } from 'zustand'
import {
  fields,
  Figure,
  preferences,
  setPractice,
  useFigure,
  type FigureProps,
  type FigureSpec,
} from '@/figure'
import { keyOf } from '@/topics/practice/ask'
import { setLength } from '@/topics/practice/sequence'
import { dayOf, empty, remember } from '@/topics/practice/spacing'
import { judgeFirst, useJudge } from '@/topics/letters/useJudge'
import { Answer, type Answered } from '../question/Answer'
import { Given } from '../question/Given'
import { judge } from '../question/model'
import { another, following, longestAgain, model, mostSeeds, readAgain, type State } from './model'
import { sentence, words } from './words'

const spec: FigureSpec<State> = {
  start: { seed: 1, at: 0, again: '', text: '', checked: '' },
  fields: {
    seed: fields.integer(1, mostSeeds),
    at: fields.integer(0, setLength - 1),
    again: fields.text(longestAgain),
    text: fields.text(200),
    checked: fields.text(200),
  },
  check: ({ again }) => (again === '' || readAgain(again) ? undefined : words.unknown(again)),
  keep: true,
}

const today = () => dayOf(new Date())

/** Items that mix kinds and layers, one after another; what was missed comes back. */
export default function Practice(props: FigureProps<State>) {
  const figure = useFigure(props, spec)
  const { id, state, set } = figure
  const scene = model(state)
  const { ask, item, verdict } = scene
  const heard = useJudge(verdict?.kind)
  const kept = useStore(preferences, ({ practice }) => practice.hard)
  const hard = Object.keys(kept).length

  const answer = (change: Partial<Answered>) => {
    const { checked = '' } = change
    const kind = checked === '' ? 'unread' : judge(checked, item.task).kind
    // The first answer counts; what can be tried after it is for learning.
    if (kind !== 'unread' && (!verdict || verdict.kind === 'unread'))
      setPractice(remember(preferences.getState().practice, keyOf(ask), kind === 'right', today()))
    set(change)
  }
  return (
    <Figure
      of={figure}
      title={words.title}
      says={sentence(state, scene, keyOf(ask) in kept)}
      controls={
        <>
          <button
            type="button"
            className="primary"
            onClick={() => set(following(state, preferences.getState().practice, today()))}
          >
            {words.next}
          </button>
          <button type="button" onClick={() => set(another(state))}>
            {words.another}
          </button>
          <button type="button" disabled={hard === 0} onClick={() => setPractice(empty)}>
            {words.forget}
          </button>
          <span className="practice-coming">{words.coming(hard)}</span>
        </>
      }
    >
      <div className="question practice-item" role="group" aria-label={words.item} key={scene.key}>
        <Given layer={ask.layer.text} given={item.given} />
        <Answer
          id={`${id}-item`}
          task={item.task}
          label={item.asks}
          text={state.text}
          checked={state.checked}
          verdict={heard ? verdict : undefined}
          notice=""
          set={answer}
          warn={figure.warn}
          onClear={() => set({ text: '', checked: '' })}
        />
      </div>
      <p className="practice-unscripted">{words.unscripted}</p>
    </Figure>
  )
}
Practice.before = judgeFirst
