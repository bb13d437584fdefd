import { linkOf, openLink, preferences, scores, setAnswer, watch } from '@/figure/state'
import { takeAnswer } from '../predictions'
import { meanOf, type States } from './messages'

const islands = () =>
  [...document.querySelectorAll<HTMLElement>('[data-island]')].map(
    ({ dataset }) => (JSON.parse(dataset.props ?? '{}') as { id: string }).id,
  )
const predictions = () => [...document.querySelectorAll<HTMLElement>('[data-predict]')]

/** What was brought for a figure that still sleeps. */
const waiting = new Map<string, string>()

/** All that differs from the start of what stands on the page. */
export function present(): States {
  const links = islands().flatMap((id) => {
    const link = waiting.get(id) ?? linkOf(id)
    return link.includes('?') ? [[id, link] as const] : []
  })
  const { answers } = preferences.getState()
  const answered = predictions().flatMap(({ id }) => {
    const { [id]: answer } = answers
    return answer === undefined ? [] : [[id, answer] as const]
  })
  return Object.fromEntries([...links, ...answered])
}

/** The mean over all questions of the page; undefined where there is none. */
export function score(): number | undefined {
  const now = scores.getState()
  return meanOf(islands().flatMap((id) => now[id] ?? []))
}

function open(id: string) {
  const link = waiting.get(id)
  if (link === undefined || !awake.has(id)) return
  waiting.delete(id)
  openLink(link)
}

const awake = new Set<string>()

/** Puts back what `present` once gave; what it does not name goes to its start. */
export function restore(states: States) {
  for (const id of islands()) {
    const { [id]: link = '' } = states
    // A link to something else would do nothing here, or scroll.
    const own = link.startsWith(`#${id}?`) ? link : `#${id}?v=1`
    if (own === linkOf(id)) continue
    waiting.set(id, own)
    open(id)
  }
  for (const section of predictions()) {
    const { [section.id]: answer } = states
    if (answer === undefined) continue
    setAnswer(section.id, answer)
    takeAnswer(section, answer)
  }
}

/** Calls `listener` when the reader may have done something. */
export function onWork(listener: () => void) {
  for (const id of islands())
    watch(id, () => {
      awake.add(id)
      open(id)
      listener()
    })
  scores.subscribe(listener)
  preferences.subscribe((now, before) => now.answers !== before.answers && listener())
}
