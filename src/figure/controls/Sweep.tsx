import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useHush } from '../state/hush'
import type { Bound } from '../state/useFigure'
import { tidy } from './number'
import { round, swing } from './swing'
import { useFrames } from './useFrames'
import { words } from './words'

type Props = {
  of: Bound
  /** Its name in words, where that of the bound is a sign. */
  name?: string
  /** How far it goes, if not to the ends of its field. */
  within?: readonly [min: number, max: number]
  /** Its ends are one place: it goes round, and not to and fro. */
  turns?: boolean
}

/** Milliseconds for the whole way; where nothing may move, so many presses of the button. */
const wholeWay = 9000
const presses = 12

/** What in a figure is an act of its reader, and the keys that are none. */
const acts = ['pointerdown', 'input', 'click', 'keydown']
const passing = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta'])

const clock = () => performance.now()
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** A way under way: where it began, when, and the last value that it set. */
type Way = { readonly from: number; readonly since: number; last: number }

/**
 * Lets a number go through its range and back by itself, until the reader does anything else in the figure. A reader
 * who wants no motion gets the next place of the same way with each press.
 */
export function Sweep({ of, name = of.label, within, turns = false }: Props) {
  const [playing, setPlaying] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const way = useRef<Way>({ from: of.value, since: 0, last: NaN })
  const now = useRef(of.value)
  const hush = useHush()
  const [min, max] = within ?? [of.min, of.max]
  const fine = of.step / 10

  const put = (share: number) => {
    const { from } = way.current
    const ends = { min: Math.min(min, from), max: Math.max(max, from) }
    const at = (turns ? round : swing)(ends, from, share)
    way.current.last = share >= 1 ? from : tidy(Math.round(at / fine) * fine)
    of.onChange(way.current.last)
  }
  const frame = () => {
    const share = (clock() - way.current.since) / wholeWay
    // Another hand has moved it: a link, or Reset.
    if (now.current !== way.current.last) return setPlaying(false)
    put(share)
    if (share >= 1) setPlaying(false)
  }
  const press = () => {
    if (still()) return step()
    if (!playing) way.current = { from: of.value, since: clock(), last: of.value }
    setPlaying(!playing)
  }
  const step = () => {
    const { last, since } = way.current
    const next = of.value === last && since < presses ? since + 1 : 1
    way.current = { from: next === 1 ? of.value : way.current.from, since: next, last }
    put(next / presses)
  }

  useLayoutEffect(() => void (now.current = of.value), [of.value])
  useFrames(playing, button, frame, () => setPlaying(false))
  useEffect(() => hush(playing), [hush, playing])
  useEffect(() => {
    const figure = button.current?.closest('figure')
    if (!playing || !figure) return
    const stop = (event: Event) => {
      const own = event.target instanceof Node && button.current?.contains(event.target)
      const passes = event instanceof KeyboardEvent && passing.has(event.key)
      if (!own && !passes) setPlaying(false)
    }
    for (const act of acts) figure.addEventListener(act, stop, true)
    return () => {
      for (const act of acts) figure.removeEventListener(act, stop, true)
    }
  }, [playing])

  return (
    <button
      ref={button}
      type="button"
      className="play"
      aria-pressed={playing}
      aria-label={playing ? words.pauses(name) : (turns ? words.turns : words.plays)(name)}
      onClick={press}
    >
      {playing ? words.pause : words.play}
    </button>
  )
}
